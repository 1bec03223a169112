package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Finding;
import app.rotina.routine.checks.ResultJson;
import app.rotina.state.Job;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a store's tasks for pages. */
@Component
class TasksReading {
    private static final Duration LATELY = Duration.ofDays(14);

    private final Catalog catalog;
    private final Checks checks;
    private final Tasks tasks;
    private final Clock clock;

    TasksReading(Catalog catalog, Checks checks, Tasks tasks, Clock clock) {
        this.catalog = catalog;
        this.checks = checks;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The open ones with most money, as many as asked for. */
    TodoView first(Screen screen, int most) {
        List<Task> open = tasks.open(screen.store().id());
        return new TodoView(
                open.stream().limit(most).map(task -> line(screen, task)).toList(),
                Math.max(0, open.size() - most));
    }

    /** All of a job, or of every job where none is named. */
    TasksView view(Screen screen, @Nullable Job job) {
        Store store = screen.store();
        List<Task> open = tasks.open(store.id());
        Instant since = clock.instant().minus(LATELY);
        return new TasksView(
                job == null ? "" : job.id(),
                jobs(screen, open, job),
                open.stream()
                        .filter(task -> job == null || task.job() == job)
                        .map(task -> line(screen, task))
                        .toList(),
                tasks.closed(store.id(), since).stream()
                        .filter(task -> job == null || task.job() == job)
                        .map(task -> closed(screen, task))
                        .toList(),
                Arrays.stream(Job.values())
                        .map(one -> choice(screen, one, one == Job.MANAGER))
                        .toList());
    }

    private List<TasksView.Choice> jobs(Screen screen, List<Task> open, @Nullable Job chosen) {
        return open.stream()
                .map(Task::job)
                .distinct()
                .sorted()
                .map(job -> choice(screen, job, job == chosen))
                .toList();
    }

    private static TasksView.Choice choice(Screen screen, Job job, boolean current) {
        return new TasksView.Choice(job.id(), screen.say("checks.job." + job.id()), current);
    }

    private TodoView.Line line(Screen screen, Task task) {
        Figures figures = screen.figures();
        LocalDate today = LocalDate.ofInstant(clock.instant(), screen.store().zone());
        Task.@Nullable Found found = task.found();
        @Nullable LocalDate due = task.due();
        return new TodoView.Line(
                task.id(),
                new TaskCard(
                        title(screen, task),
                        found == null
                                ? screen.say("tasks.by", screen.words().who(task.opened().who()))
                                : reason(screen, found),
                        worth(task, figures),
                        screen.say("checks.job." + task.job().id()),
                        due == null
                                ? screen.say("tasks.no_due")
                                : screen.say("checks.due", screen.words().day(due)),
                        due != null && due.isBefore(today),
                        found == null ? "" : screen.address(rows(figures, found))),
                found == null ? "" : checks.of(found.check()).todo(screen.words().texts()));
    }

    private String title(Screen screen, Task task) {
        Task.@Nullable Found found = task.found();
        return found == null ? task.title() : checks.of(found.check()).task(screen.words().texts());
    }

    private String reason(Screen screen, Task.Found found) {
        CheckWords words = new CheckWords(catalog, screen.figures());
        String says = words.says(checks.of(found.check()), finding(found));
        return found.first().equals(found.last())
                ? says
                : screen.say("tasks.since", says, screen.words().day(found.first()));
    }

    private String rows(Figures figures, Task.Found found) {
        Check check = checks.of(found.check());
        return new CheckWords(catalog, figures).rows(check, finding(found), found.last());
    }

    private static Finding finding(Task.Found found) {
        return ResultJson.finding(found.finding());
    }

    private static Shown worth(Task task, Figures figures) {
        BigDecimal stake = task.stake();
        return stake.signum() == 0
                ? Shown.plain("")
                : Shown.plain(
                        figures.words()
                                .say(
                                        "tasks.a_day",
                                        figures.money(MetricValue.known(stake)).text()));
    }

    private TasksView.Closed closed(Screen screen, Task task) {
        Task.Done closed = Objects.requireNonNull(task.closed());
        Task.@Nullable Found found = task.found();
        String state = task.state().name().toLowerCase(Locale.ROOT);
        return new TasksView.Closed(
                task.id(),
                title(screen, task),
                found == null ? "" : reason(screen, found),
                state,
                screen.say(
                        "tasks.closed." + state,
                        screen.words().who(closed.who()),
                        screen.words().moment(closed.at(), screen.store().zone())));
    }
}
