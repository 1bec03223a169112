package app.rotina.routine.checks;

import app.rotina.state.Job;
import app.rotina.state.Task;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks somebody wants to see.
 *
 * @param job absence: of every job
 * @param mine whose they are; absence: anybody's, and nobody's
 * @param overdue true for those only whose day has passed
 */
public record TaskFilter(@Nullable Job job, @Nullable Mine mine, boolean overdue) {

    /** Somebody with the jobs they hold in the store: theirs is also what nobody else holds. */
    public record Mine(long person, Set<Job> jobs) {
        public Mine {
            jobs = Set.copyOf(jobs);
        }

        boolean has(Task task) {
            Task.@Nullable Holder holder = task.holder();
            return holder == null ? jobs.contains(task.job()) : holder.person() == person;
        }
    }

    public boolean takes(Task task, LocalDate today) {
        return (job == null || task.job() == job)
                && (mine == null || mine.has(task))
                && (!overdue || isLate(task, today));
    }

    /** True for an open one whose day has passed. */
    public static boolean isLate(Task task, LocalDate today) {
        @Nullable LocalDate due = task.due();
        return task.state() == Task.State.OPEN && due != null && due.isBefore(today);
    }
}
