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
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    /** Which task, on which screen, and who comes to it. */
    record Here(Screen screen, Caller caller, long task) {
        Store store() {
            return screen.store();
        }

        String who() {
            return caller.name();
        }

        By by() {
            return new By(store().id(), task, who());
        }

        ModelAndView go(String rest) {
            return new ModelAndView("redirect:" + screen.address("/tasks/" + task + rest));
        }
    }

    @ModelAttribute(binding = false)
    Here here(Screen screen, Caller caller, @PathVariable long task) {
        return new Here(screen, caller, task);
    }

    @GetMapping
    @Access(Role.VIEWER)
    ModelAndView show(Here here, @RequestParam(defaultValue = "") String edit) {
        return here.screen()
                .show("task", reading.view(here.screen(), here.task(), !edit.isEmpty()));
    }

    @PostMapping
    @Access(Role.MEMBER)
    ModelAndView change(Here here, Typing typed) {
        try {
            return changed(here, said(here, typed), "");
        } catch (RotinaException e) {
            return refused(here, true, e);
        }
    }

    private long said(Here here, Typing typed) {
        Tasking.Anew anew = typed.anew(here.screen());
        long planned =
                typed.plansAnew()
                        ? tasking.measure(here.store(), here.task(), typed.measure(), here.who())
                        : 0;
        long step = tasking.change(here.store(), here.task(), anew, here.who());
        return step == 0 ? planned : step;
    }

    @PostMapping("/items")
    @Access(Role.MEMBER)
    ModelAndView addItem(Here here, @RequestParam String text) {
        return does(
                here, "#items", () -> tasking.item(here.store(), here.task(), text, here.who()));
    }

    @PostMapping("/items/{item}/done")
    @Access(Role.MEMBER)
    ModelAndView tick(Here here, @PathVariable long item) {
        return does(here, "#items", () -> work.tick(here.by(), item, true));
    }

    @PostMapping("/items/{item}/open")
    @Access(Role.MEMBER)
    ModelAndView untick(Here here, @PathVariable long item) {
        return does(here, "#items", () -> work.tick(here.by(), item, false));
    }

    @PostMapping("/items/{item}/removal")
    @Access(Role.MEMBER)
    ModelAndView removeItem(Here here, @PathVariable long item) {
        return does(here, "#items", () -> work.removeItem(here.by(), item));
    }

    @PostMapping("/comments")
    @Access(Role.MEMBER)
    ModelAndView comment(Here here, @RequestParam String text) {
        return does(
                here,
                "#comments",
                () -> tasking.comment(here.store(), here.task(), text, here.who()));
    }

    @PostMapping("/comments/{comment}/removal")
    @Access(Role.MEMBER)
    ModelAndView removeComment(Here here, @PathVariable long comment) {
        return does(here, "#comments", () -> work.removeComment(here.by(), comment));
    }

    @PostMapping("/files/{file}/removal")
    @Access(Role.MEMBER)
    ModelAndView detach(Here here, @PathVariable long file) {
        return does(here, "#files", () -> work.detach(here.by(), file));
    }

    @PostMapping("/blockers")
    @Access(Role.MEMBER)
    ModelAndView waitFor(Here here, @RequestParam long other) {
        return does(here, "#waits", () -> work.waitFor(here.by(), other));
    }

    @PostMapping("/blockers/{other}/removal")
    @Access(Role.MEMBER)
    ModelAndView waitNoLonger(Here here, @PathVariable long other) {
        return does(here, "#waits", () -> work.waitNoLonger(here.by(), other));
    }

    /** Records what was done as the task suggests it, so that its effect is measured. */
    @PostMapping("/actions")
    @Access(Role.MEMBER)
    ModelAndView act(Here here) {
        return does(
                here, "#outcome", () -> ending.act(here.store(), here.task(), null, here.who()));
    }

    /** Takes back what was changed at once. */
    @PostMapping("/steps/{step}/restoration")
    @Access(Role.MEMBER)
    ModelAndView undo(Here here, @PathVariable long step) {
        try {
            work.undo(here.by(), step);
        } catch (RotinaException e) {
            return refused(here, false, e);
        }
        audit.note(here.who(), here.store().id(), "task.undo", here.task() + " " + step);
        return here.go("?done=restored");
    }

    /** Changes something and shows it; where that is refused, says why beside the task. */
    private ModelAndView does(Here here, String part, LongSupplier change) {
        try {
            return changed(here, change.getAsLong(), part);
        } catch (RotinaException e) {
            return refused(here, false, e);
        }
    }

    private ModelAndView refused(Here here, boolean editing, RotinaException e) {
        return here.screen().refuse("task", reading.view(here.screen(), here.task(), editing), e);
    }

    private ModelAndView changed(Here here, long step, String part) {
        if (step == 0) {
            return here.go(part);
        }
        audit.note(here.who(), here.store().id(), "task.change", here.task() + " " + step);
        String undo = "/tasks/%d/steps/%d/restoration".formatted(here.task(), step);
        return here.go("?done=task_changed&undo=" + undo + part);
    }
}
