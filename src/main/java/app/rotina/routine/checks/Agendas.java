package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Agenda.Known;
import app.rotina.routine.checks.Agenda.Reach;
import app.rotina.state.CheckAnswers;
import app.rotina.state.CheckAnswers.About;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.CheckResults;
import app.rotina.state.CheckResults.Kept;
import app.rotina.state.Traces;
import app.rotina.state.Traces.Kind;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what a store's routine asks for on a day, and how its checks went before. */
@Component
public final class Agendas {
    private final Routines routines;
    private final CheckAnswers answers;
    private final CheckResults results;
    private final Traces traces;
    private final Warehouse warehouse;
    private final Clock clock;

    Agendas(
            Routines routines,
            CheckAnswers answers,
            CheckResults results,
            Traces traces,
            Warehouse warehouse,
            Clock clock) {
        this.routines = routines;
        this.answers = answers;
        this.results = results;
        this.traces = traces;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** As the day stands now; one that is over, at its end. */
    public Agenda of(Store store, LocalDate day) {
        return known(routines.of(store), day).agenda();
    }

    /** How many of these checks wait for a person now. */
    public long waiting(Store store, Predicate<Check> those) {
        Routine routine = routines.of(store).asked(those);
        return known(routine, today(store), Map.of()).agenda().in(Agenda.State.DUE).size();
    }

    /** How one check went, up to a day. */
    public History history(Store store, String check, LocalDate day) {
        Routine routine = routines.of(store);
        return History.of(routine.of(check), known(routine, day));
    }

    public LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }

    private Known known(Routine routine, LocalDate day) {
        return known(routine, day, gone(routine, day));
    }

    private Known known(Routine routine, LocalDate day, Map<Known.Key, Result> results) {
        Store store = routine.store();
        ZonedDateTime now = clock.instant().atZone(store.zone());
        return new Known(
                routine,
                day,
                day.isBefore(now.toLocalDate()) ? LocalTime.MAX : now.toLocalTime(),
                reach(store),
                answered(routine, day),
                results);
    }

    private Reach reach(Store store) {
        return new Reach(
                arrived(store).orElse(null), warehouse.dataThrough(store.id()).orElse(null));
    }

    /** The day on which a store's first data came; empty: none ever did. */
    private Optional<LocalDate> arrived(Store store) {
        return warehouse.log().since(store.id()).map(at -> LocalDate.ofInstant(at, store.zone()));
    }

    /**
     * The day on which the routine that nobody chose began; empty: it waits for the store's data.
     */
    Optional<LocalDate> begun(Store store) {
        LocalDate first = routines.turns(store).begun();
        return arrived(store)
                .filter(any -> warehouse.dataThrough(store.id()).isPresent())
                .map(day -> day.isBefore(first) ? first : day);
    }

    /** What people said themselves counts before what they did. */
    private Map<Known.Key, Answer> answered(Routine routine, LocalDate day) {
        Map<Known.Key, Answer> answered = new HashMap<>();
        for (Check check : routine.checks()) {
            done(routine, check, day).forEach(one -> answered.put(key(one), one));
        }
        answers.in(routine.store().id(), Agenda.spoken(day))
                .forEach(one -> answered.put(key(one), one));
        return answered;
    }

    private static Known.Key key(Answer answer) {
        About about = answer.about();
        return new Known.Key(about.check(), Cadence.of(about.cadence()), about.turn());
    }

    /** What was done in Rotina answers the period that it was done for. */
    private List<Answer> done(Routine routine, Check check, LocalDate day) {
        Cadence cadence = check.cadence();
        Turns turns = routine.turns();
        return check.trace().stream()
                .flatMap(kind ->
                        traces
                                .of(
                                        routine.store(),
                                        kind,
                                        cadence.name(),
                                        new Days(History.earliest(turns, cadence, day), day))
                                .stream()
                                .map(trace -> {
                                    Turn told = turns.of(cadence, trace.day());
                                    Turn turn = kind == Kind.REVIEW ? turns.after(told) : told;
                                    return Answer.byDoing(
                                            new About(check.id(), cadence.id(), turn.first()),
                                            trace);
                                }))
                .toList();
    }

    private Map<Known.Key, Result> gone(Routine routine, LocalDate day) {
        Map<String, Check> checks =
                routine.checks().stream().collect(Collectors.toMap(Check::id, Function.identity()));
        Map<Known.Key, Result> gone = new HashMap<>();
        Days days = new Days(day.minusDays(Known.DAYS_BACK), day);
        for (Kept kept : results.in(routine.store().id(), days)) {
            Check check = checks.get(kept.check());
            if (check != null) {
                gone.put(
                        new Known.Key(check.id(), check.cadence(), kept.day()),
                        ResultJson.result(check, kept.day(), kept.content()));
            }
        }
        return gone;
    }
}
