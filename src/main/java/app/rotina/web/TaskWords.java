package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Finding;
import app.rotina.routine.checks.ResultJson;
import app.rotina.routine.checks.TaskFilter;
import app.rotina.state.Job;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says tasks as a person reads them. */
@Component
class TaskWords {
    private final Catalog catalog;
    private final Checks checks;
    private final Tasks tasks;

    TaskWords(Catalog catalog, Checks checks, Tasks tasks) {
        this.catalog = catalog;
        this.checks = checks;
        this.tasks = tasks;
    }

    TodoView.Line line(Screen screen, Task task, LocalDate today) {
        return new TodoView.Line(task.id(), card(screen, task, today), how(screen, task));
    }

    TaskCard card(Screen screen, Task task, LocalDate today) {
        return new TaskCard(
                title(screen, task),
                reason(screen, task, today),
                worth(screen, task.stake()),
                owner(screen, task),
                due(screen, task, today),
                TaskFilter.isLate(task, today),
                evidence(screen, task));
    }

    String title(Screen screen, Task task) {
        return checks.title(task, screen.words().texts());
    }

    /** What a check found; else what somebody said, or who asked. */
    private String reason(Screen screen, Task asked, LocalDate today) {
        Task task = tasks.why(asked);
        Task.@Nullable Found found = task.found();
        if (found != null) {
            return found(screen, found, today);
        }
        return task.details().reason().isEmpty()
                ? screen.say("tasks.by", screen.words().who(task.opened().who()))
                : task.details().reason();
    }

    private String found(Screen screen, Task.Found found, LocalDate today) {
        CheckWords words = new CheckWords(catalog, screen.figures());
        String says = words.says(checks.of(screen.store().id(), found.check()), finding(found));
        return found.first().equals(found.last())
                ? says
                : screen.say("tasks.since", says, screen.words().near(found.first(), today));
    }

    /** The page that shows why; empty: there is none. */
    String evidence(Screen screen, Task asked) {
        Task task = tasks.why(asked);
        Task.@Nullable Found found = task.found();
        if (found == null) {
            String address = task.details().address();
            return address.isEmpty() ? "" : screen.address(address);
        }
        Check check = checks.of(screen.store().id(), found.check());
        CheckWords words = new CheckWords(catalog, screen.figures());
        return screen.address(words.rows(check, finding(found), found.last()));
    }

    String how(Screen screen, Task task) {
        Task.@Nullable Found found = task.found();
        return found == null
                ? task.details().how()
                : checks.of(screen.store().id(), found.check()).todo(screen.words().texts());
    }

    String owner(Screen screen, Task task) {
        Task.@Nullable Holder holder = task.holder();
        return holder == null
                ? job(screen, task.job())
                : screen.say("tasks.held", holder.name(), job(screen, task.job()));
    }

    static String job(Screen screen, Job job) {
        return screen.say("checks.job." + job.id());
    }

    /** In a word where it is near. */
    static String due(Screen screen, Task task, LocalDate today) {
        @Nullable LocalDate due = task.due();
        if (due == null) {
            return screen.say("tasks.no_due");
        }
        return switch ((int) Math.clamp(ChronoUnit.DAYS.between(today, due), -2L, 2L)) {
            case -1 -> screen.say("tasks.due.yesterday");
            case 0 -> screen.say("tasks.due.today");
            case 1 -> screen.say("tasks.due.tomorrow");
            case -2 -> screen.say("tasks.due.past", screen.words().near(due, today));
            default -> screen.say("checks.due", screen.words().near(due, today));
        };
    }

    /** Nothing where it cannot be told. */
    static Shown worth(Screen screen, BigDecimal stake) {
        return stake.signum() == 0
                ? Shown.plain("")
                : Shown.plain(
                        screen.say(
                                "tasks.a_day",
                                screen.figures().money(MetricValue.known(stake)).text()));
    }

    TasksView.Closed closed(Screen screen, Task task) {
        String state = task.state().name().toLowerCase(Locale.ROOT);
        return new TasksView.Closed(
                task.id(),
                title(screen, task),
                task.found() == null ? "" : reason(screen, task, closedOn(screen, task)),
                state,
                ending(screen, task));
    }

    private static LocalDate closedOn(Screen screen, Task task) {
        Task.Done closed = Objects.requireNonNull(task.closed());
        return LocalDate.ofInstant(closed.at(), screen.store().zone());
    }

    /** Who or what closed it, and when. */
    String ending(Screen screen, Task task) {
        Task.Done closed = Objects.requireNonNull(task.closed());
        return screen.say(
                "tasks.closed." + task.state().name().toLowerCase(Locale.ROOT),
                screen.words().who(closed.who()),
                screen.words().moment(closed.at(), screen.store().zone()));
    }

    private static Finding finding(Task.Found found) {
        return ResultJson.finding(found.finding());
    }
}
