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
 * @param person id or name of whoever holds it; absence: whoever it is
 * @param mine whose they are; absence: anybody's, and nobody's
 * @param overdue true for those only whose day has passed
 */
public record TaskFilter(
        @Nullable Job job, @Nullable String person, @Nullable Mine mine, boolean overdue) {

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
                && (person == null || isHeldBy(task, person))
                && (mine == null || mine.has(task))
                && (!overdue || isLate(task, today));
    }

    private static boolean isHeldBy(Task task, String person) {
        Task.@Nullable Holder holder = task.holder();
        return holder != null
                && (String.valueOf(holder.person()).equals(person)
                        || holder.name().equalsIgnoreCase(person));
    }

    /** True for an open one whose day has passed. */
    public static boolean isLate(Task task, LocalDate today) {
        @Nullable LocalDate due = task.due();
        return task.state() == Task.State.OPEN && due != null && due.isBefore(today);
    }
}
