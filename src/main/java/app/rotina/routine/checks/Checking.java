package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.routine.Seasons;
import app.rotina.routine.checks.Judge.Ruling;
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

/**
 * Goes through a store's checks that data decide, keeps how they stood, and has their tasks opened
 * and closed.
 */
@Component
public final class Checking {
    private static final int NOTES_BACK = 250;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Seasons seasons;
    private final Routines routines;
    private final List<Judge> judges;
    private final CheckResults results;
    private final Notes notes;

    Checking(
            Catalog catalog,
            Metrics metrics,
            Seasons seasons,
            Routines routines,
            List<Judge> judges,
            CheckResults results,
            Notes notes) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.seasons = seasons;
        this.routines = routines;
        this.judges = judges;
        this.results = results;
        this.notes = notes;
    }

    /**
     * How the checks stand in the period that a day lies in, silent ones left out; nothing is kept
     * and no task opened.
     */
    public List<Result> look(Store store, Cadence cadence, LocalDate day) {
        Routine routine = routines.of(store);
        return look(routine, routine.turns().of(cadence, day));
    }

    private List<Result> look(Routine routine, Turn turn) {
        Store store = routine.store();
        Round round =
                new Round(
                        catalog,
                        metrics,
                        seasons.calendar(store),
                        store,
                        turn.last(),
                        noted(store, turn.last()));
        return routine.automatic(turn.cadence()).stream()
                .filter(check -> routine.mute(check, turn.last()).isEmpty())
                .flatMap(check ->
                        check.rule().stream().map(rule -> result(round, turn, check, rule)))
                .toList();
    }

    private Result result(Round round, Turn turn, Check check, Rule rule) {
        return switch (rule) {
            case Rule.Change change -> round.result(check, change);
            case Rule.Above above -> round.result(check, above);
            case Rule.Judged judged -> {
                Ruling ruling = judge(judged).on(round.store(), turn);
                yield new Result(check, turn.first(), ruling.findings(), ruling.missing());
            }
        };
    }

    private Judge judge(Rule.Judged rule) {
        return judges.stream()
                .filter(judge -> judge.id().equals(rule.judge()))
                .findFirst()
                .orElseThrow(
                        () -> new RotinaException(Problem.BAD_DEFINITION, rule.judge(), "judge"));
    }

    /** Goes through them and keeps it; again for the same period changes what data did. */
    public List<Result> run(Store store, Cadence cadence, LocalDate day) {
        Routine routine = routines.of(store);
        Turn turn = routine.turns().of(cadence, day);
        List<Result> all = look(routine, turn);
        results.keep(
                store.id(),
                turn.first(),
                routine.turns().before(turn).first(),
                all.stream().map(Checking::looked).toList());
        return all;
    }

    /**
     * The results that were kept of the periods that begin on a day, in the order of the checks.
     */
    public List<Result> kept(Store store, LocalDate day) {
        return kept(routines.of(store), day);
    }

    List<Result> kept(Routine routine, LocalDate day) {
        List<Kept> kept = results.on(routine.store().id(), day);
        return routine.checks().stream()
                .filter(check -> check.rule().isPresent())
                .flatMap(check -> of(check, kept).stream())
                .toList();
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

    static Looked looked(Result result) {
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
