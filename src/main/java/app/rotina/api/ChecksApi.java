package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Checking;
import app.rotina.routine.checks.Result;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The checks of a store's routine. */
@RestController
@RequestMapping("/api/stores/{store}/checks/{date}")
class ChecksApi {
    private final Catalog catalog;
    private final Checking checking;
    private final Audit audit;

    ChecksApi(Catalog catalog, Checking checking, Audit audit) {
        this.catalog = catalog;
        this.checking = checking;
        this.audit = audit;
    }

    /** How they stand; nothing is kept and no task opened. */
    @GetMapping
    @Access(Role.VIEWER)
    List<CheckCard> look(
            Store store,
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "daily") String cadence,
            Locale locale) {
        return cards(store, checking.look(store, Cadence.of(cadence), date), locale);
    }

    /** Goes through them: keeps how they stand, opens tasks and closes those that recovered. */
    @PostMapping
    @Access(Role.MEMBER)
    List<CheckCard> run(
            Caller caller,
            Store store,
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "daily") String cadence,
            Locale locale) {
        List<CheckCard> cards =
                cards(store, checking.run(store, Cadence.of(cadence), date), locale);
        audit.note(caller.name(), store.id(), "checks", date + " " + cadence);
        return cards;
    }

    private List<CheckCard> cards(Store store, List<Result> results, Locale locale) {
        Figures figures = new Figures(catalog, store.currency());
        return results.stream()
                .map(result -> CheckCard.of(result, figures, Texts.of(locale)))
                .toList();
    }
}
