package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.routine.EffectBook;
import app.rotina.routine.checks.Agendas;
import app.rotina.routine.checks.TaskFilter;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.StoreSettings;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a store's tasks for pages. */
@Component
class TasksReading {
    private static final Duration LATELY = Duration.ofDays(14);
    private static final int MOST_CLOSED = 200;
    private static final int MOST_OUTCOMES = 5;

    private final TaskWords words;
    private final OutcomeWords outcomeWords;
    private final Tasks tasks;
    private final People people;
    private final EffectBook book;
    private final Agendas agendas;
    private final StoreSettings settings;
    private final Clock clock;

    TasksReading(
            TaskWords words,
            OutcomeWords outcomeWords,
            Tasks tasks,
            People people,
            EffectBook book,
            Agendas agendas,
            StoreSettings settings,
            Clock clock) {
        this.words = words;
        this.outcomeWords = outcomeWords;
        this.tasks = tasks;
        this.people = people;
        this.book = book;
        this.agendas = agendas;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The open ones with most money, as many as asked for, and what came of some others. Who leads
     * the store sees everybody's, others what is theirs.
     */
    TodoView first(Screen screen, int most) {
        List<Task> open = tasks.open(screen.store().id());
        LocalDate today = today(screen.store());
        TaskFilter.@Nullable Mine me = screen.mayManage() ? null : me(screen);
        TaskFilter filter = new TaskFilter(null, null, me, false);
        List<Task> shown = open.stream().filter(task -> filter.takes(task, today)).toList();
        return new TodoView(
                me != null,
                shown.stream().limit(most).map(task -> words.line(screen, task, today)).toList(),
                Math.max(0, shown.size() - most),
                open.size() - shown.size(),
                outcomes(screen, 2),
                due(screen, me == null ? Set.of() : me.jobs()));
    }

    /** How many checks wait for these jobs, or for anybody; empty: none. */
    private String due(Screen screen, Set<Job> jobs) {
        long due =
                agendas.waiting(
                        screen.store(), check -> jobs.isEmpty() || jobs.contains(check.job()));
        return due == 0 ? "" : screen.say("routine.due", due);
    }

    /** What was judged last, the latest first. */
    List<Outcome> outcomes(Screen screen, int most) {
        return book.latest(screen.store(), most).stream()
                .map(entry -> outcomeWords.of(screen, entry))
                .toList();
    }

    TasksView view(Screen screen, TasksAsked asked) {
        Store store = screen.store();
        LocalDate today = today(store);
        List<Task> all =
                asked.closed() ? tasks.closed(store.id(), MOST_CLOSED) : tasks.open(store.id());
        TaskFilter filter = asked.filter(me(screen));
        List<Task> some = all.stream().filter(task -> filter.takes(task, today)).toList();
        Instant since = clock.instant().minus(LATELY);
        return new TasksView(
                ways(screen, asked, all),
                lines(screen, asked.closed() ? List.of() : some, today),
                asked.way().equals("board") && !asked.closed()
                        ? columns(screen, some, today)
                        : List.of(),
                asked.way().equals("calendar") && !asked.closed()
                        ? new TasksMonth(screen, words, today, settings.weekStart(store.id()))
                                .of(asked, some)
                        : null,
                outcomes(screen, MOST_OUTCOMES),
                (asked.closed() ? some.stream() : lately(store, since, filter, today))
                        .map(task -> words.closed(screen, task))
                        .toList(),
                form(screen, asked));
    }

    private Stream<Task> lately(Store store, Instant since, TaskFilter filter, LocalDate today) {
        TaskFilter anytime = new TaskFilter(filter.job(), filter.person(), filter.mine(), false);
        return tasks.closed(store.id(), since).stream().filter(task -> anytime.takes(task, today));
    }

    private List<TodoView.Line> lines(Screen screen, List<Task> some, LocalDate today) {
        return some.stream().map(task -> words.line(screen, task, today)).toList();
    }

    private TasksView.Ways ways(Screen screen, TasksAsked asked, List<Task> all) {
        @Nullable Job chosen = asked.ofJob();
        return new TasksView.Ways(
                asked.way(),
                Stream.of("list", "board", "calendar")
                        .map(way ->
                                new TasksView.Choice(
                                        asked.with("view", way.equals("list") ? "" : way),
                                        screen.say("tasks.view." + way),
                                        way.equals(asked.way())))
                        .toList(),
                Arrays.stream(Job.values())
                        .filter(job -> job == chosen || all.stream().anyMatch(t -> t.job() == job))
                        .map(job -> choice(screen, job, job == chosen))
                        .toList(),
                holders(asked.ofPerson(), all),
                Stream.of("open", "closed")
                        .map(state ->
                                new TasksView.Choice(
                                        state,
                                        screen.say("tasks.state." + state),
                                        state.equals("closed") == asked.closed()))
                        .toList(),
                person(screen) != null,
                asked.isMine(),
                asked.isOverdue(),
                chosen != null || asked.ofPerson() != null || asked.isMine() || asked.isOverdue());
    }

    /** Everybody who holds one of them. */
    private static List<TasksView.Choice> holders(@Nullable String chosen, List<Task> all) {
        return all.stream()
                .flatMap(task -> Stream.ofNullable(task.holder()))
                .distinct()
                .sorted(Comparator.comparing(Task.Holder::name))
                .map(each ->
                        new TasksView.Choice(
                                String.valueOf(each.person()),
                                each.name(),
                                String.valueOf(each.person()).equals(chosen)))
                .toList();
    }

    private List<TasksView.Column> columns(Screen screen, List<Task> some, LocalDate today) {
        return some.stream()
                .map(Task::job)
                .distinct()
                .sorted()
                .map(job -> {
                    List<Task> its = some.stream().filter(task -> task.job() == job).toList();
                    return new TasksView.Column(
                            job.id(),
                            TaskWords.job(screen, job),
                            lines(screen, its, today),
                            worth(screen, its));
                })
                .toList();
    }

    private static String worth(Screen screen, List<Task> some) {
        BigDecimal stake = some.stream().map(Task::stake).reduce(BigDecimal.ZERO, BigDecimal::add);
        return stake.signum() == 0
                ? ""
                : screen.say(
                        "tasks.a_day", screen.figures().money(MetricValue.known(stake)).text());
    }

    private TasksView.Form form(Screen screen, TasksAsked asked) {
        return new TasksView.Form(
                Objects.requireNonNullElse(asked.title(), ""),
                Objects.requireNonNullElse(asked.reason(), ""),
                team(screen, Job.MANAGER),
                screen.mayWork() ? people(screen, null) : List.of());
    }

    List<TasksView.Choice> team(Screen screen, Job chosen) {
        return Arrays.stream(Job.values()).map(job -> choice(screen, job, job == chosen)).toList();
    }

    /** Who works in the store. */
    List<TasksView.Choice> people(Screen screen, @Nullable Long chosen) {
        return people.members(screen.store().id()).stream()
                .map(People.Member::person)
                .map(person ->
                        new TasksView.Choice(
                                String.valueOf(person.id()),
                                person.name(),
                                chosen != null && person.id() == chosen))
                .toList();
    }

    private static TasksView.Choice choice(Screen screen, Job job, boolean current) {
        return new TasksView.Choice(job.id(), TaskWords.job(screen, job), current);
    }

    private static @Nullable Person person(Screen screen) {
        return screen.who().person();
    }

    private TaskFilter.@Nullable Mine me(Screen screen) {
        @Nullable Person person = person(screen);
        return person == null
                ? null
                : new TaskFilter.Mine(person.id(), people.jobs(person, screen.store().id()));
    }

    LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }
}
