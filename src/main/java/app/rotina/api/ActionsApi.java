package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.ActionEffects;
import app.rotina.routine.ActionKeeping;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Catalog catalog;
    private final Actions actions;
    private final ActionKeeping keeping;
    private final ActionEffects effects;
    private final Audit audit;

    ActionsApi(
            Catalog catalog,
            Actions actions,
            ActionKeeping keeping,
            ActionEffects effects,
            Audit audit) {
        this.catalog = catalog;
        this.actions = actions;
        this.keeping = keeping;
        this.effects = effects;
        this.audit = audit;
    }

    @GetMapping
    @Access(Role.VIEWER)
    List<ActionCard> list(Store store) {
        return actions.of(store.id()).stream().map(ActionCard::of).toList();
    }

    @PostMapping
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    ActionCard add(Caller caller, Store store, @RequestBody ActionKeeping.Said said) {
        Action action = keeping.add(store, said, caller.name());
        audit.note(caller.name(), store.id(), "action", action.id() + " " + action.name());
        return ActionCard.of(action);
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
