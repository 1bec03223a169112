package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What is due by the clock does not wait for other things that are. */
class TimetableTest {
    @Test
    void runsTheMorningWhileEverythingElseIsStillAtWork() throws InterruptedException {
        try (ServerForTests server = new ServerForTests()) {
            ThreadPoolTaskScheduler pool = server.bean(ThreadPoolTaskScheduler.class);
            int due = server.bean(ScheduledTaskHolder.class).getScheduledTasks().size();
            CountDownLatch morning = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            for (int other = 1; other < due; other++) {
                pool.execute(() -> await(over));
            }
            pool.execute(morning::countDown);

            assertThat(due).isGreaterThan(5);
            assertThat(morning.await(10, TimeUnit.SECONDS)).isTrue();
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
