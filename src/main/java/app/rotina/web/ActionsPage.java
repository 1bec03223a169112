package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.ActionKeeping;
import app.rotina.routine.ActionRevising;
import app.rotina.routine.EffectBook;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.state.Action;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
    private final ActionRevising revising;
    private final TaskEnding ending;
    private final Audit audit;

    ActionsPage(
            ActionsReading reading,
            ActionKeeping keeping,
            Actions actions,
            EffectBook book,
            ActionRevising revising,
            TaskEnding ending,
            Audit audit) {
        this.reading = reading;
        this.keeping = keeping;
        this.actions = actions;
        this.book = book;
        this.revising = revising;
        this.ending = ending;
        this.audit = audit;
    }

    /** What was typed; an empty day or time is none. */
    record Typing(
            @Nullable String name,
            @Nullable String metric,
            @Nullable String from,
            @Nullable String time,
            @Nullable String to,
            @Nullable String kind,
            @Nullable String was,
            @Nullable String became,
            @Nullable String reason,
            @Nullable Long task) {

        /**
         * @param where {@code dimension=value} each, as they were ticked
         */
        ActionKeeping.Said said(Screen screen, List<String> where) {
            return new ActionKeeping.Said(
                    name,
                    metric,
                    day(from),
                    time == null || !time.matches("\\d\\d:\\d\\d") ? null : LocalTime.parse(time),
                    day(to),
                    where,
                    kind,
                    value(screen, kind(), "was", was),
                    value(screen, kind(), "became", became),
                    reason,
                    task);
        }

        /** Amounts and counts as people of the page's language write them. */
        private static @Nullable String value(
                Screen screen, @Nullable String kind, String field, @Nullable String typed) {
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
    ModelAndView add(
            Screen screen,
            Caller caller,
            Store store,
            Typing typed,
            @RequestParam MultiValueMap<String, String> form) {
        try {
            ActionKeeping.Said said = typed.said(screen, form.getOrDefault("where", List.of()));
            if (said.task() != null) {
                return addFor(screen, caller, store, said);
            }
            Action action = keeping.add(store, said, caller.name());
            book.judge(store, action);
            note(caller, store, "action", action.id());
            return redirect(screen, "?done=action&id=" + action.id());
        } catch (RotinaException e) {
            return screen.refuse("actions", reading.view(screen, ActionsReading.Asked.ALL), e);
        }
    }

    /** Records what was done for a task, and goes back to it. */
    private ModelAndView addFor(
            Screen screen, Caller caller, Store store, ActionKeeping.Said said) {
        long task = Objects.requireNonNull(said.task());
        long step = ending.act(store, task, said, caller.name());
        note(caller, store, "task.action", task);
        return new ModelAndView(
                "redirect:"
                        + screen.address(
                                "/tasks/%d?done=action&undo=/tasks/%d/steps/%d/restoration#outcome"
                                        .formatted(task, task, step)));
    }

    /** Says anew when it ended, what became of it or why. */
    @PostMapping("/s/{store}/actions/{id}")
    @Access(Role.MEMBER)
    ModelAndView revise(
            Screen screen, Caller caller, Store store, @PathVariable long id, Typing typed) {
        try {
            String kind = actions.of(store.id(), id).change().kind().id();
            long change =
                    revising.revise(
                            store,
                            id,
                            new ActionRevising.Anew(
                                    typed.time(),
                                    typed.to(),
                                    Typing.value(screen, kind, "became", typed.became()),
                                    typed.reason()),
                            caller.name());
            note(caller, store, "action.change", id);
            String undo =
                    change == 0
                            ? ""
                            : "&done=action_changed&undo=/actions/%d/changes/%d/restoration"
                                    .formatted(id, change);
            return redirect(screen, "?id=" + id + undo);
        } catch (RotinaException e) {
            ActionsReading.Asked asked = new ActionsReading.Asked(id, null, null);
            return screen.refuse("actions", reading.view(screen, asked), e);
        }
    }

    @PostMapping("/s/{store}/actions/{id}/changes/{change}/restoration")
    @Access(Role.MEMBER)
    ModelAndView takeBack(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long id,
            @PathVariable long change) {
        revising.takeBack(store, id, change);
        note(caller, store, "action.undo", id);
        return redirect(screen, "?done=restored&id=" + id);
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
