package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.routine.checks.TaskFilter;
import app.rotina.routine.checks.Tasking;
import app.rotina.state.Audit;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Task;
import app.rotina.state.Task.State;
import app.rotina.state.TaskWork;
import app.rotina.state.TaskWork.By;
import app.rotina.state.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What there is to do in a store, the most money first. */
@RestController
@RequestMapping("/api/stores/{store}/tasks")
class TasksApi {
    private static final int MOST_CLOSED = 500;

    private final TaskCards cards;
    private final Tasks tasks;
    private final Tasking tasking;
    private final TaskEnding ending;
    private final TaskWork work;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    TasksApi(
            TaskCards cards,
            Tasks tasks,
            Tasking tasking,
            TaskEnding ending,
            TaskWork work,
            People people,
            Audit audit,
            Clock clock) {
        this.cards = cards;
        this.tasks = tasks;
        this.tasking = tasking;
        this.ending = ending;
        this.work = work;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which of them.
     *
     * @param state {@code open}, {@code done}, {@code recovered}, {@code dropped} or {@code
     *     closed}; absence: the open ones
     * @param job absence: of every job
     * @param person id or name of whoever holds it; absence: anybody, and nobody
     * @param mine {@code true}: those of the caller, and of their jobs where nobody holds them
     * @param overdue {@code true}: those whose day has passed
     */
    record Asked(
            @Nullable String state,
            @Nullable String job,
            @Nullable String person,
            @Nullable Boolean mine,
            @Nullable Boolean overdue) {

        boolean open() {
            return state == null || state.equals("open");
        }

        boolean takes(Task task) {
            return open()
                    || "closed".equals(state)
                    || task.state().name().toLowerCase(Locale.ROOT).equals(state);
        }

        TaskFilter filter(TaskFilter.@Nullable Mine me) {
            return new TaskFilter(
                    job == null || job.isEmpty() ? null : Job.of(job),
                    person == null || person.isBlank() ? null : person.strip(),
                    Boolean.TRUE.equals(mine) ? me : null,
                    Boolean.TRUE.equals(overdue));
        }
    }

    @GetMapping
    @Access(Role.VIEWER)
    List<TaskCard> list(Caller caller, Store store, Asked asked, Locale locale) {
        TaskFilter filter =
                asked.filter(Boolean.TRUE.equals(asked.mine()) ? me(caller, store) : null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        List<Task> some =
                asked.open() ? tasks.open(store.id()) : tasks.closed(store.id(), MOST_CLOSED);
        return some.stream()
                .filter(task -> asked.takes(task) && filter.takes(task, today))
                .map(task -> cards.card(store, task, locale))
                .toList();
    }

    @PostMapping
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    TaskCard add(Caller caller, Store store, @RequestBody Tasking.Said said, Locale locale) {
        Task task = tasking.add(store, said, caller.name());
        audit.note(caller.name(), store.id(), "task", task.id() + " " + task.title());
        return cards.card(store, task, locale);
    }

    @GetMapping("/{task}")
    @Access(Role.VIEWER)
    WholeTaskCard show(Store store, @PathVariable long task, Locale locale) {
        return cards.whole(store, task, locale);
    }

    /** Says anew what is said; the rest stays as it is. */
    @PatchMapping("/{task}")
    @Access(Role.MEMBER)
    TaskCard change(
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestBody Tasking.Anew anew,
            Locale locale) {
        tasking.change(store, task, anew, caller.name());
        audit.note(caller.name(), store.id(), "task.change", String.valueOf(task));
        return cards.card(store, task, locale);
    }

    /** Closes it as done; one that is closed stays as it is. */
    @PostMapping("/{task}/done")
    @Access(Role.MEMBER)
    TaskCard done(Caller caller, Store store, @PathVariable long task, Locale locale) {
        return close(caller, store, task, State.DONE, locale);
    }

    /** Closes it as not worth doing. */
    @PostMapping("/{task}/dropped")
    @Access(Role.MEMBER)
    TaskCard drop(Caller caller, Store store, @PathVariable long task, Locale locale) {
        return close(caller, store, task, State.DROPPED, locale);
    }

    /** Takes back that somebody closed it. */
    @PostMapping("/{task}/open")
    @Access(Role.MEMBER)
    TaskCard reopen(Caller caller, Store store, @PathVariable long task, Locale locale) {
        work.reopen(new By(store.id(), task, caller.name()));
        audit.note(caller.name(), store.id(), "task.open", String.valueOf(task));
        return cards.card(store, task, locale);
    }

    /** Takes back what somebody changed at once. */
    @PostMapping("/{task}/steps/{step}/restoration")
    @Access(Role.MEMBER)
    WholeTaskCard undo(
            Caller caller,
            Store store,
            @PathVariable long task,
            @PathVariable long step,
            Locale locale) {
        work.undo(new By(store.id(), task, caller.name()), step);
        audit.note(caller.name(), store.id(), "task.undo", task + " " + step);
        return cards.whole(store, task, locale);
    }

    private TaskFilter.Mine me(Caller caller, Store store) {
        @Nullable Person person = caller.person();
        if (person == null) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "mine");
        }
        return new TaskFilter.Mine(person.id(), people.jobs(person, store.id()));
    }

    private TaskCard close(Caller caller, Store store, long id, State state, Locale locale) {
        ending.close(store, id, state, caller.name());
        audit.note(
                caller.name(),
                store.id(),
                "task." + state.name().toLowerCase(Locale.ROOT),
                String.valueOf(id));
        return cards.card(store, id, locale);
    }
}
