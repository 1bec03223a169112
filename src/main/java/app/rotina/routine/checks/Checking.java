package app.rotina.routine.checks;

import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.routine.Seasons;
import app.rotina.routine.checks.Check.Cadence;
import app.rotina.routine.checks.Result.Outcome;
import app.rotina.state.CheckResults;
import app.rotina.state.CheckResults.Found;
import app.rotina.state.CheckResults.Kept;
import app.rotina.state.CheckResults.Looked;
import app.rotina.state.Notes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Goes through a store's checks, keeps how they stood, and has their tasks opened and closed. */
@Component
public final class Checking {
    private static final int NOTES_BACK = 250;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Seasons seasons;
    private final Checks checks;
    private final CheckResults results;
    private final Notes notes;

    public Checking(
            Catalog catalog,
            Metrics metrics,
            Seasons seasons,
            Checks checks,
            CheckResults results,
            Notes notes) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.seasons = seasons;
        this.checks = checks;
        this.results = results;
        this.notes = notes;
    }

    /** How the checks stand; nothing is kept and no task opened. */
    public List<Result> look(Store store, Cadence cadence, LocalDate day) {
        Round round =
                new Round(catalog, metrics, seasons.calendar(store), store, day, noted(store, day));
        return checks.due(cadence).stream().map(round::result).toList();
    }

    /** Goes through them and keeps it; again for the same day changes nothing but what data did. */
    public List<Result> run(Store store, Cadence cadence, LocalDate day) {
        List<Result> all = look(store, cadence, day);
        results.keep(store.id(), day, all.stream().map(Checking::looked).toList());
        return all;
    }

    /** The results that were kept of a day, in the order of the checks. */
    public List<Result> kept(Store store, LocalDate day) {
        List<Kept> kept = results.on(store.id(), day);
        return checks.all().stream().flatMap(check -> of(check, kept).stream()).toList();
    }

    private static Optional<Result> of(Check check, List<Kept> kept) {
        return kept.stream()
                .filter(one -> one.check().equals(check.id()))
                .findFirst()
                .map(one -> ResultJson.result(check, one.day(), one.content()));
    }

    private Set<LocalDate> noted(Store store, LocalDate day) {
        return notes.between(store.id(), day.minusDays(NOTES_BACK), day).stream()
                .map(Notes.DayNote::day)
                .collect(Collectors.toSet());
    }

    private static Looked looked(Result result) {
        return new Looked(
                result.check().id(),
                result.check().job(),
                result.outcome().name(),
                result.outcome() != Outcome.CANNOT_TELL,
                ResultJson.write(result),
                result.findings().stream()
                        .map(one -> new Found(one.subject(), one.stake(), ResultJson.write(one)))
                        .toList());
    }
}
