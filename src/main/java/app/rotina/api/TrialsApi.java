package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.api.TeamCards.TrialCard;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Trial;
import app.rotina.state.Trials;
import app.rotina.team.TrialBook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A store's partners on trial. */
@RestController
@RequestMapping("/api/stores/{store}/trials")
class TrialsApi {
    private final TrialBook book;
    private final Trials trials;
    private final Audit audit;

    TrialsApi(TrialBook book, Trials trials, Audit audit) {
        this.book = book;
        this.trials = trials;
        this.audit = audit;
    }

    /** Whether a criterion was met; null: it is open again. */
    record Judged(@Nullable Boolean met) {}

    /** Those that run by the day they are decided, then the decided ones. */
    @GetMapping
    @Access(Role.VIEWER)
    List<TrialCard> all(Store store) {
        return trials.all(store.id()).stream().map(TrialCard::of).toList();
    }

    @PostMapping
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    TrialCard begin(Caller caller, Store store, @RequestBody TrialBook.Wish wish) {
        Trial trial = book.begin(store, wish, caller.name());
        audit.note(caller.name(), store.id(), "trial", trial.id() + " " + trial.partner());
        return TrialCard.of(trial);
    }

    @PutMapping("/{trial}/criteria/{criterion}")
    @Access(Role.MEMBER)
    TrialCard judge(
            Store store,
            @PathVariable long trial,
            @PathVariable long criterion,
            @RequestBody Judged judged) {
        book.judge(store, trial, criterion, judged.met());
        return TrialCard.of(trials.of(store.id(), trial));
    }

    /** Takes one away that was begun by mistake; it can be brought back. */
    @DeleteMapping("/{trial}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, Store store, @PathVariable long trial) {
        book.remove(store, trial, caller.name());
        audit.note(caller.name(), store.id(), "trial.remove", String.valueOf(trial));
    }

    @PostMapping("/{trial}/restoration")
    @Access(Role.MANAGER)
    TrialCard restore(Caller caller, Store store, @PathVariable long trial) {
        Trial restored = book.restore(store, trial, caller.name());
        audit.note(caller.name(), store.id(), "trial.restore", String.valueOf(trial));
        return TrialCard.of(restored);
    }

    /** Takes the latest decision back. */
    @DeleteMapping("/{trial}/decision/{decision}")
    @Access(Role.MANAGER)
    TrialCard undecide(
            Caller caller, Store store, @PathVariable long trial, @PathVariable long decision) {
        Trial before = book.undecide(store, trial, decision, caller.name());
        audit.note(caller.name(), store.id(), "trial.undecide", String.valueOf(trial));
        return TrialCard.of(before);
    }

    /** Passes, extends or ends it. */
    @PostMapping("/{trial}/decision")
    @Access(Role.MANAGER)
    TrialCard decide(
            Caller caller,
            Store store,
            @PathVariable long trial,
            @RequestBody TrialBook.Decided decided) {
        Trial after = book.decide(store, trial, decided, caller.name());
        audit.note(caller.name(), store.id(), "trial.decide", trial + " " + decided.exit());
        return TrialCard.of(after);
    }
}
