package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.Against;
import app.rotina.routine.Closing;
import app.rotina.routine.Explaining;
import app.rotina.state.Audit;
import app.rotina.state.Notes;
import app.rotina.state.Notes.DayNote;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routine of a store: its closed days, and its notes. */
@RestController
@RequestMapping("/api/stores/{store}")
class RoutineApi {
    private final Catalog catalog;
    private final Closing closing;
    private final Explaining explaining;
    private final Notes notes;
    private final Audit audit;

    RoutineApi(Catalog catalog, Closing closing, Explaining explaining, Notes notes, Audit audit) {
        this.catalog = catalog;
        this.closing = closing;
        this.explaining = explaining;
        this.notes = notes;
        this.audit = audit;
    }

    record NoteText(@Nullable String text) {}

    /** Which days, and which metric; the one of the verdict where none is said. */
    record WhyAsking(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String metric,
            @Nullable String against) {
        Days days() {
            if (from == null) {
                throw new RotinaException(Problem.BAD_ARGUMENT, "from");
            }
            return new Days(from, to == null ? from : to);
        }

        Against heldTo() {
            return against == null ? Against.TARGET : Against.of(against);
        }
    }

    /** The day as it stands; nothing is kept, and its target stays open. */
    @GetMapping("/closes/{date}")
    @Access(Role.VIEWER)
    CloseCard look(Store store, @PathVariable LocalDate date) {
        return CloseCard.of(closing.look(store, date), catalog);
    }

    /**
     * Closes the day, which freezes its target; closing it again restates it where data changed.
     */
    @PostMapping("/closes/{date}")
    @Access(Role.MANAGER)
    CloseCard close(Caller caller, Store store, @PathVariable LocalDate date) {
        CloseCard close = CloseCard.of(closing.close(store, date), catalog);
        audit.note(caller.name(), store.id(), "close", date + " " + close.verdict());
        return close;
    }

    /** Why days brought what they brought; one day where {@code to} is not said. */
    @GetMapping("/why")
    @Access(Role.VIEWER)
    SpanWhyCard why(Store store, WhyAsking asking) {
        return SpanWhyCard.of(
                explaining.explain(store, asking.days(), asking.metric(), asking.heldTo()),
                catalog);
    }

    @GetMapping("/notes/{date}")
    @Access(Role.VIEWER)
    List<DayNote> notes(Store store, @PathVariable LocalDate date) {
        return notes.between(store.id(), date, date);
    }

    @PostMapping("/notes/{date}")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    DayNote write(
            Caller caller, Store store, @PathVariable LocalDate date, @RequestBody NoteText note) {
        DayNote written = notes.write(store.id(), date, caller.name(), note.text());
        audit.note(caller.name(), store.id(), "note", date.toString());
        return written;
    }
}
