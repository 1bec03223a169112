package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.ActionEffects;
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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a store did to move its metrics, and whether it worked. */
@RestController
@RequestMapping("/api/stores/{store}/actions")
class ActionsApi {
    private static final int MOST_JUDGED = 200;

    private final Catalog catalog;
    private final Actions actions;
    private final ActionKeeping keeping;
    private final ActionEffects effects;
    private final EffectBook book;
    private final ActionRevising revising;
    private final TaskEnding ending;
    private final Audit audit;

    ActionsApi(
            Catalog catalog,
            Actions actions,
            ActionKeeping keeping,
            ActionEffects effects,
            EffectBook book,
            ActionRevising revising,
            TaskEnding ending,
            Audit audit) {
        this.catalog = catalog;
        this.actions = actions;
        this.keeping = keeping;
        this.effects = effects;
        this.book = book;
        this.revising = revising;
        this.ending = ending;
        this.audit = audit;
    }

    @GetMapping
    @Access(Role.VIEWER)
    List<ActionCard> list(Store store, @RequestParam(required = false) @Nullable String kind) {
        @Nullable ActionKind only = kind == null || kind.isEmpty() ? null : ActionKind.of(kind);
        return actions.of(store.id()).stream()
                .filter(action -> only == null || action.change().kind() == only)
                .map(ActionCard::of)
                .toList();
    }

    /**
     * What was judged of them, the latest judgement first; those too young to judge are left out.
     */
    @GetMapping("/judgements")
    @Access(Role.VIEWER)
    List<KeptEffectCard> judgements(Store store) {
        return book.latest(store, MOST_JUDGED).stream().map(KeptEffectCard::of).toList();
    }

    @PostMapping
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    ActionCard add(Caller caller, Store store, @RequestBody ActionKeeping.Said said) {
        Action action = recorded(caller, store, said);
        audit.note(caller.name(), store.id(), "action", action.id() + " " + action.name());
        return ActionCard.of(action);
    }

    private Action recorded(Caller caller, Store store, ActionKeeping.Said said) {
        @Nullable Long task = said.task();
        if (task != null) {
            ending.act(store, task, said, caller.name());
            return actions.ofTask(store.id(), task).stream()
                    .max(Comparator.comparingLong(Action::id))
                    .orElseThrow();
        }
        Action action = keeping.add(store, said, caller.name());
        book.judge(store, action);
        return action;
    }

    /**
     * An action as it is now.
     *
     * @param change takes back what was said anew; 0: nothing is otherwise
     */
    record Revised(long change, ActionCard action) {}

    /** Says anew when it ended, what became of it or why; the rest stays as it is. */
    @PatchMapping("/{action}")
    @Access(Role.MEMBER)
    Revised revise(
            Caller caller,
            Store store,
            @PathVariable long action,
            @RequestBody ActionRevising.Anew anew) {
        long change = revising.revise(store, action, anew, caller.name());
        audit.note(caller.name(), store.id(), "action.change", String.valueOf(action));
        return new Revised(change, ActionCard.of(actions.of(store.id(), action)));
    }

    /** Takes back the last that was said anew. */
    @PostMapping("/{action}/changes/{change}/restoration")
    @Access(Role.MEMBER)
    ActionCard takeBack(
            Caller caller, Store store, @PathVariable long action, @PathVariable long change) {
        revising.takeBack(store, action, change);
        audit.note(caller.name(), store.id(), "action.undo", String.valueOf(action));
        return ActionCard.of(actions.of(store.id(), action));
    }

    @DeleteMapping("/{action}")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, Store store, @PathVariable long action) {
        actions.remove(store.id(), action);
        audit.note(caller.name(), store.id(), "action.remove", String.valueOf(action));
    }

    /**
     * Whether it worked, by what was known at the end of a day; of yesterday where none is said.
     */
    @GetMapping("/{action}/effect")
    @Access(Role.VIEWER)
    EffectCard effect(
            Store store,
            @PathVariable long action,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return EffectCard.of(
                effects.of(store, action, asOf), new Figures(catalog, store.currency()));
    }
}
