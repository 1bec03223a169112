package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.ActionKeeping;
import app.rotina.routine.EffectBook;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.state.Action;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the store did to move its metrics, and whether it worked. */
@Controller
class ActionsPage implements Page {
    private final ActionsReading reading;
    private final ActionKeeping keeping;
    private final Actions actions;
    private final EffectBook book;
    private final TaskEnding ending;
    private final Audit audit;

    ActionsPage(
            ActionsReading reading,
            ActionKeeping keeping,
            Actions actions,
            EffectBook book,
            TaskEnding ending,
            Audit audit) {
        this.reading = reading;
        this.keeping = keeping;
        this.actions = actions;
        this.book = book;
        this.ending = ending;
        this.audit = audit;
    }

    /** What was typed; an empty day or part is none. */
    record Typing(
            @Nullable String name,
            @Nullable String metric,
            @Nullable String from,
            @Nullable String to,
            @Nullable String where,
            @Nullable String kind,
            @Nullable String was,
            @Nullable String became,
            @Nullable String reason,
            @Nullable Long task) {

        ActionKeeping.Said said(Screen screen) {
            return new ActionKeeping.Said(
                    name,
                    metric,
                    day(from),
                    day(to),
                    where == null || where.isEmpty() ? List.of() : List.of(where),
                    kind,
                    value(screen, "was", was),
                    value(screen, "became", became),
                    reason,
                    task);
        }

        /** Amounts and counts as people of the page's language write them. */
        private @Nullable String value(Screen screen, String field, @Nullable String typed) {
            boolean words =
                    kind == null
                            || kind.isEmpty()
                            || ActionKind.of(kind).measure() == ActionKind.Measure.WORDS;
            return words || typed == null || typed.isBlank()
                    ? typed
                    : Typed.number(screen.say("outcome." + field), typed, screen.words())
                            .toPlainString();
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            return text == null || !text.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? null
                    : LocalDate.parse(text);
        }
    }

    @Override
    public Entry entry() {
        return new Entry(Group.CLOSER, 40, "actions", "/actions", Role.VIEWER);
    }

    @GetMapping("/s/{store}/actions")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, ActionsReading.Asked asked) {
        return screen.show("actions", reading.view(screen, asked));
    }

    @PostMapping("/s/{store}/actions")
    @Access(Role.MEMBER)
    ModelAndView add(Screen screen, Caller caller, Store store, Typing typed) {
        try {
            if (typed.task() != null) {
                return addFor(screen, caller, store, typed);
            }
            Action action = keeping.add(store, typed.said(screen), caller.name());
            book.judge(store, action);
            note(caller, store, "action", action.id());
            return redirect(screen, "?done=action&id=" + action.id());
        } catch (RotinaException e) {
            return screen.refuse("actions", reading.view(screen, ActionsReading.Asked.ALL), e);
        }
    }

    /** Records what was done for a task, and goes back to it. */
    private ModelAndView addFor(Screen screen, Caller caller, Store store, Typing typed) {
        long task = Objects.requireNonNull(typed.task());
        long step = ending.act(store, task, typed.said(screen), caller.name());
        note(caller, store, "task.action", task);
        return new ModelAndView(
                "redirect:"
                        + screen.address(
                                "/tasks/%d?done=action&undo=/tasks/%d/steps/%d/restoration#outcome"
                                        .formatted(task, task, step)));
    }

    @PostMapping("/s/{store}/actions/removal")
    @Access(Role.MEMBER)
    ModelAndView remove(Screen screen, Caller caller, Store store, @RequestParam long id) {
        actions.remove(store.id(), id);
        note(caller, store, "action.remove", id);
        return redirect(screen, "?done=action_removed&undo=/actions/" + id + "/restoration");
    }

    @PostMapping("/s/{store}/actions/{id}/restoration")
    @Access(Role.MEMBER)
    ModelAndView restore(Screen screen, Caller caller, Store store, @PathVariable long id) {
        actions.restore(store.id(), id);
        note(caller, store, "action.restore", id);
        return redirect(screen, "?done=restored&id=" + id);
    }

    private void note(Caller caller, Store store, String what, long id) {
        audit.note(caller.name(), store.id(), what, String.valueOf(id));
    }

    private static ModelAndView redirect(Screen screen, String query) {
        return new ModelAndView("redirect:" + screen.address("/actions" + query));
    }
}
