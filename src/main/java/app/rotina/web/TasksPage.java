package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Tasking;
import app.rotina.state.Audit;
import app.rotina.state.Job;
import app.rotina.state.Role;
import app.rotina.state.Task.State;
import app.rotina.state.Tasks;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What there is to do in a store, by whom, the most money first. */
@Controller
class TasksPage implements Page {
    private final TasksReading reading;
    private final Tasking tasking;
    private final Tasks tasks;
    private final Audit audit;

    TasksPage(TasksReading reading, Tasking tasking, Tasks tasks, Audit audit) {
        this.reading = reading;
        this.tasking = tasking;
        this.tasks = tasks;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 30, "tasks", "/tasks", Role.VIEWER);
    }

    @GetMapping("/s/{store}/tasks")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, @RequestParam(defaultValue = "") String job) {
        return screen.show("tasks", reading.view(screen, job.isEmpty() ? null : Job.of(job)));
    }

    @PostMapping("/s/{store}/tasks")
    @Access(Role.MEMBER)
    ModelAndView add(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam String title,
            @RequestParam String job,
            @RequestParam(defaultValue = "") String due) {
        @Nullable LocalDate by = due.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(due) : null;
        try {
            long id = tasking.add(store, new Tasking.Said(title, job, by), caller.name()).id();
            audit.note(caller.name(), store.id(), "task", id + " " + title.strip());
            return to(screen, "?done=task");
        } catch (RotinaException e) {
            return screen.refuse("tasks", reading.view(screen, null), e);
        }
    }

    @PostMapping("/s/{store}/tasks/{task}/done")
    @Access(Role.MEMBER)
    ModelAndView done(Screen screen, Caller caller, Store store, @PathVariable long task) {
        return close(screen, caller, store, task, State.DONE);
    }

    @PostMapping("/s/{store}/tasks/{task}/dropped")
    @Access(Role.MEMBER)
    ModelAndView drop(Screen screen, Caller caller, Store store, @PathVariable long task) {
        return close(screen, caller, store, task, State.DROPPED);
    }

    /** Takes back that it was closed. */
    @PostMapping("/s/{store}/tasks/{task}/restoration")
    @Access(Role.MEMBER)
    ModelAndView reopen(Screen screen, Caller caller, Store store, @PathVariable long task) {
        tasks.reopen(store.id(), task);
        audit.note(caller.name(), store.id(), "task.open", String.valueOf(task));
        return to(screen, "?done=restored");
    }

    private ModelAndView close(Screen screen, Caller caller, Store store, long task, State state) {
        tasks.close(store.id(), task, state, caller.name());
        String what = "task_" + state.name().toLowerCase(Locale.ROOT);
        audit.note(caller.name(), store.id(), what, String.valueOf(task));
        return to(screen, "?done=" + what + "&undo=/tasks/" + task + "/restoration");
    }

    private static ModelAndView to(Screen screen, String query) {
        return new ModelAndView("redirect:" + screen.address("/tasks" + query));
    }
}
