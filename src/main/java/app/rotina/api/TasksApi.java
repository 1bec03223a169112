package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Tasking;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Task;
import app.rotina.state.Task.State;
import app.rotina.state.Tasks;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Catalog catalog;
    private final Checks checks;
    private final Tasks tasks;
    private final Tasking tasking;
    private final Audit audit;

    TasksApi(Catalog catalog, Checks checks, Tasks tasks, Tasking tasking, Audit audit) {
        this.catalog = catalog;
        this.checks = checks;
        this.tasks = tasks;
        this.tasking = tasking;
        this.audit = audit;
    }

    @GetMapping
    @Access(Role.VIEWER)
    List<TaskCard> open(Store store, Locale locale) {
        return tasks.open(store.id()).stream().map(task -> card(store, task, locale)).toList();
    }

    @PostMapping
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    TaskCard add(Caller caller, Store store, @RequestBody Tasking.Said said, Locale locale) {
        Task task = tasking.add(store, said, caller.name());
        audit.note(caller.name(), store.id(), "task", task.id() + " " + task.title());
        return card(store, task, locale);
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
        Task open = tasks.reopen(store.id(), task);
        audit.note(caller.name(), store.id(), "task.open", String.valueOf(task));
        return card(store, open, locale);
    }

    private TaskCard close(Caller caller, Store store, long id, State state, Locale locale) {
        Task task = tasks.close(store.id(), id, state, caller.name());
        audit.note(
                caller.name(),
                store.id(),
                "task." + state.name().toLowerCase(Locale.ROOT),
                String.valueOf(id));
        return card(store, task, locale);
    }

    private TaskCard card(Store store, Task task, Locale locale) {
        return TaskCard.of(task, checks, new Figures(catalog, store.currency()), Texts.of(locale));
    }
}
