package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.routine.checks.Tasking;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Task.State;
import app.rotina.state.TaskWork;
import app.rotina.state.TaskWork.By;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What there is to do in a store, by whom, the most money first; what came of what was done. */
@Controller
class TasksPage implements Page {
    private final TasksReading reading;
    private final Tasking tasking;
    private final TaskEnding ending;
    private final TaskWork work;
    private final Audit audit;

    TasksPage(
            TasksReading reading, Tasking tasking, TaskEnding ending, TaskWork work, Audit audit) {
        this.reading = reading;
        this.tasking = tasking;
        this.ending = ending;
        this.work = work;
        this.audit = audit;
    }

    /**
     * What the form of a new task says.
     *
     * @param money the stake as the product writes numbers down; absence: nobody found it
     * @param partOf the task that it is split off; absence: none
     */
    record Typing(
            @Nullable String title,
            @Nullable String job,
            @Nullable String person,
            @Nullable String due,
            @Nullable String stake,
            @Nullable String reason,
            @Nullable String address,
            @Nullable String money,
            @Nullable Long partOf) {

        Tasking.Said said(Screen screen) {
            return new Tasking.Said(
                    title,
                    job,
                    due != null && due.matches("\\d{4}-\\d\\d-\\d\\d")
                            ? LocalDate.parse(due)
                            : null,
                    person,
                    money == null ? TaskPage.Typing.amount(screen, "stake", stake) : money,
                    reason,
                    address,
                    null,
                    null,
                    null,
                    null,
                    partOf);
        }
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 30, "tasks", "/tasks", Role.VIEWER);
    }

    @GetMapping("/s/{store}/tasks")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, TasksAsked asked) {
        return screen.show("tasks", reading.view(screen, asked));
    }

    @PostMapping("/s/{store}/tasks")
    @Access(Role.MEMBER)
    ModelAndView add(Screen screen, Caller caller, Store store, Typing typed) {
        try {
            long id = tasking.add(store, typed.said(screen), caller.name()).id();
            audit.note(caller.name(), store.id(), "task", String.valueOf(id));
            return to(screen, "/" + id + "?done=task");
        } catch (RotinaException e) {
            return screen.refuse("tasks", reading.view(screen, TasksAsked.ALL), e);
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

    /** Gives it to another department. */
    @PostMapping("/s/{store}/tasks/{task}/job")
    @Access(Role.MEMBER)
    ModelAndView give(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestParam String job) {
        Tasking.Anew anew = Tasking.Anew.of(job);
        long step = tasking.change(store, task, anew, caller.name());
        audit.note(caller.name(), store.id(), "task.change", String.valueOf(task));
        return to(
                screen,
                step == 0 ? "?view=board" : "?view=board&done=task_changed" + undo(task, step));
    }

    /** Takes back that it was closed. */
    @PostMapping("/s/{store}/tasks/{task}/restoration")
    @Access(Role.MEMBER)
    ModelAndView reopen(Screen screen, Caller caller, Store store, @PathVariable long task) {
        work.reopen(new By(store.id(), task, caller.name()));
        audit.note(caller.name(), store.id(), "task.open", String.valueOf(task));
        return to(screen, "/" + task + "?done=restored");
    }

    private ModelAndView close(Screen screen, Caller caller, Store store, long task, State state) {
        long step = ending.close(store, task, state, caller.name());
        String what = "task_" + state.name().toLowerCase(Locale.ROOT);
        audit.note(caller.name(), store.id(), what, String.valueOf(task));
        return to(screen, "/" + task + (step == 0 ? "" : "?done=" + what + undo(task, step)));
    }

    private static String undo(long task, long step) {
        return "&undo=/tasks/" + task + "/steps/" + step + "/restoration";
    }

    private static ModelAndView to(Screen screen, String rest) {
        return new ModelAndView("redirect:" + screen.address("/tasks" + rest));
    }
}
