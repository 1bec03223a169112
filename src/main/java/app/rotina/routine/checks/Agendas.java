package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Agenda.Known;
import app.rotina.state.CheckAnswers;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.CheckResults;
import app.rotina.state.CheckResults.Kept;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what a store's routine asks for on a day, and how its checks went before. */
@Component
public final class Agendas {
    private final Routines routines;
    private final CheckAnswers answers;
    private final CheckResults results;
    private final Warehouse warehouse;
    private final Clock clock;

    Agendas(
            Routines routines,
            CheckAnswers answers,
            CheckResults results,
            Warehouse warehouse,
            Clock clock) {
        this.routines = routines;
        this.answers = answers;
        this.results = results;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** As the day stands now; one that is over, at its end. */
    public Agenda of(Store store, LocalDate day) {
        return known(routines.of(store), day).agenda();
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
        Store store = routine.store();
        ZonedDateTime now = clock.instant().atZone(store.zone());
        return new Known(
                routine,
                day,
                day.isBefore(now.toLocalDate()) ? LocalTime.MAX : now.toLocalTime(),
                warehouse.dataThrough(store.id()).orElse(null),
                answered(store, day),
                gone(routine, day));
    }

    private Map<Known.Key, Answer> answered(Store store, LocalDate day) {
        return answers.in(store.id(), Agenda.spoken(day)).stream()
                .collect(
                        Collectors.toMap(
                                one ->
                                        new Known.Key(
                                                one.about().check(),
                                                Cadence.of(one.about().cadence()),
                                                one.about().turn()),
                                Function.identity()));
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
