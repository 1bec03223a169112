package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.routine.checks.Tasking;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.TaskWork;
import app.rotina.state.TaskWork.By;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One task: why, who, when, how far it is, what came of it. Every change can be taken back. */
@Controller
@RequestMapping("/s/{store}/tasks/{task}")
class TaskPage {
    private static final String NO_PLAN = "-";

    private final TaskReading reading;
    private final Tasking tasking;
    private final TaskEnding ending;
    private final TaskWork work;
    private final Audit audit;

    TaskPage(TaskReading reading, Tasking tasking, TaskEnding ending, TaskWork work, Audit audit) {
        this.reading = reading;
        this.tasking = tasking;
        this.ending = ending;
        this.work = work;
        this.audit = audit;
    }

    /** What the form of a task says; amounts as people of the page's language write them. */
    record Typing(
            @Nullable String title,
            @Nullable String job,
            @Nullable String person,
            @Nullable String due,
            @Nullable String stake,
            @Nullable String reason,
            @Nullable String place,
            @Nullable String how,
            @Nullable String cost,
            @Nullable String plan,
            @Nullable String planned) {

        Tasking.Anew anew(Screen screen) {
            return new Tasking.Anew(
                    title,
                    job,
                    person,
                    due,
                    amount(screen, "stake", stake),
                    reason,
                    place,
                    how,
                    amount(screen, "cost", cost));
        }

        static @Nullable String amount(Screen screen, String field, @Nullable String typed) {
            if (typed == null || typed.isBlank()) {
                return typed;
            }
            BigDecimal number =
                    Typed.number(screen.say("tasks.field." + field), typed, screen.words());
            return number.toPlainString();
        }

        Tasking.@Nullable Measure measure() {
            return plan == null || plan.equals(NO_PLAN)
                    ? null
                    : new Tasking.Measure(null, null, List.of(plan));
        }

        boolean plansAnew() {
            return plan != null && !plan.equals(planned);
        }
    }

    @GetMapping
    @Access(Role.VIEWER)
    ModelAndView show(
            Screen screen, @PathVariable long task, @RequestParam(defaultValue = "") String edit) {
        return screen.show("task", reading.view(screen, task, !edit.isEmpty()));
    }

    @PostMapping
    @Access(Role.MEMBER)
    ModelAndView change(
            Screen screen, Caller caller, Store store, @PathVariable long task, Typing typed) {
        try {
            Tasking.Anew anew = typed.anew(screen);
            long planned =
                    typed.plansAnew()
                            ? tasking.measure(store, task, typed.measure(), caller.name())
                            : 0;
            long step = tasking.change(store, task, anew, caller.name());
            return changed(screen, caller, task, step == 0 ? planned : step);
        } catch (RotinaException e) {
            return screen.refuse("task", reading.view(screen, task, true), e);
        }
    }

    @PostMapping("/items")
    @Access(Role.MEMBER)
    ModelAndView addItem(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestParam String text) {
        try {
            return changed(
                    screen, caller, task, tasking.item(store, task, text, caller.name()), "#items");
        } catch (RotinaException e) {
            return screen.refuse("task", reading.view(screen, task, false), e);
        }
    }

    @PostMapping("/items/{item}/done")
    @Access(Role.MEMBER)
    ModelAndView tick(
            Screen screen, Caller caller, @PathVariable long task, @PathVariable long item) {
        return changed(
                screen, caller, task, work.tick(by(screen, caller, task), item, true), "#items");
    }

    @PostMapping("/items/{item}/open")
    @Access(Role.MEMBER)
    ModelAndView untick(
            Screen screen, Caller caller, @PathVariable long task, @PathVariable long item) {
        return changed(
                screen, caller, task, work.tick(by(screen, caller, task), item, false), "#items");
    }

    @PostMapping("/items/{item}/removal")
    @Access(Role.MEMBER)
    ModelAndView removeItem(
            Screen screen, Caller caller, @PathVariable long task, @PathVariable long item) {
        return changed(
                screen, caller, task, work.removeItem(by(screen, caller, task), item), "#items");
    }

    @PostMapping("/comments")
    @Access(Role.MEMBER)
    ModelAndView comment(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestParam String text) {
        try {
            long step = tasking.comment(store, task, text, caller.name());
            return changed(screen, caller, task, step, "#comments");
        } catch (RotinaException e) {
            return screen.refuse("task", reading.view(screen, task, false), e);
        }
    }

    @PostMapping("/comments/{comment}/removal")
    @Access(Role.MEMBER)
    ModelAndView removeComment(
            Screen screen, Caller caller, @PathVariable long task, @PathVariable long comment) {
        long step = work.removeComment(by(screen, caller, task), comment);
        return changed(screen, caller, task, step, "#comments");
    }

    @PostMapping("/files/{file}/removal")
    @Access(Role.MEMBER)
    ModelAndView detach(
            Screen screen, Caller caller, @PathVariable long task, @PathVariable long file) {
        return changed(screen, caller, task, work.detach(by(screen, caller, task), file), "#files");
    }

    @PostMapping("/blockers")
    @Access(Role.MEMBER)
    ModelAndView waitFor(
            Screen screen, Caller caller, @PathVariable long task, @RequestParam long other) {
        try {
            long step = work.waitFor(by(screen, caller, task), other);
            return changed(screen, caller, task, step, "#waits");
        } catch (RotinaException e) {
            return screen.refuse("task", reading.view(screen, task, false), e);
        }
    }

    @PostMapping("/blockers/{other}/removal")
    @Access(Role.MEMBER)
    ModelAndView waitNoLonger(
            Screen screen, Caller caller, @PathVariable long task, @PathVariable long other) {
        long step = work.waitNoLonger(by(screen, caller, task), other);
        return changed(screen, caller, task, step, "#waits");
    }

    /** Records what was done as the task suggests it, so that its effect is measured. */
    @PostMapping("/actions")
    @Access(Role.MEMBER)
    ModelAndView act(Screen screen, Caller caller, Store store, @PathVariable long task) {
        try {
            long step = ending.act(store, task, null, caller.name());
            return changed(screen, caller, task, step, "#outcome");
        } catch (RotinaException e) {
            return screen.refuse("task", reading.view(screen, task, false), e);
        }
    }

    /** Takes back what was changed at once. */
    @PostMapping("/steps/{step}/restoration")
    @Access(Role.MEMBER)
    ModelAndView undo(
            Screen screen, Caller caller, @PathVariable long task, @PathVariable long step) {
        work.undo(by(screen, caller, task), step);
        audit.note(caller.name(), screen.store().id(), "task.undo", task + " " + step);
        return to(screen, task, "?done=restored");
    }

    private ModelAndView changed(Screen screen, Caller caller, long task, long step) {
        return changed(screen, caller, task, step, "");
    }

    private ModelAndView changed(Screen screen, Caller caller, long task, long step, String part) {
        if (step == 0) {
            return to(screen, task, part);
        }
        audit.note(caller.name(), screen.store().id(), "task.change", task + " " + step);
        return to(
                screen,
                task,
                "?done=task_changed&undo=/tasks/"
                        + task
                        + "/steps/"
                        + step
                        + "/restoration"
                        + part);
    }

    private static By by(Screen screen, Caller caller, long task) {
        return new By(screen.store().id(), task, caller.name());
    }

    private static ModelAndView to(Screen screen, long task, String rest) {
        return new ModelAndView("redirect:" + screen.address("/tasks/" + task + rest));
    }
}
