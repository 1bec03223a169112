package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Job;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what a person wants done, after checking it. */
@Component
public final class Tasking {
    private static final int LONGEST_TITLE = 300;

    private final Tasks tasks;

    Tasking(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * What somebody wants done.
     *
     * @param job who does it, such as {@code marketing}; absence: the manager
     * @param due absence: no day was named
     */
    public record Said(@Nullable String title, @Nullable String job, @Nullable LocalDate due) {}

    public Task add(Store store, Said said, String who) {
        String title = said.title() == null ? "" : said.title().strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "title " + title);
        }
        Job job = said.job() == null ? Job.MANAGER : Job.of(said.job());
        return tasks.add(store.id(), new Task.Draft(title, job, said.due(), BigDecimal.ZERO), who);
    }
}
