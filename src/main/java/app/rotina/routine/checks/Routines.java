package app.rotina.routine.checks;

import app.rotina.kernel.Store;
import app.rotina.routine.Seasons;
import app.rotina.state.OwnChecks;
import app.rotina.state.OwnChecks.Own;
import app.rotina.state.RoutineChoices;
import app.rotina.state.RoutineChoices.Change;
import app.rotina.state.StoreSettings;
import app.rotina.state.Stores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a store's routine together: packs, what it changed of them, and checks of its own. */
@Component
public final class Routines {
    private final Checks checks;
    private final Packs packs;
    private final RoutineChoices choices;
    private final OwnChecks own;
    private final Calendars calendars;

    public Routines(
            Checks checks,
            Packs packs,
            RoutineChoices choices,
            OwnChecks own,
            Calendars calendars) {
        this.checks = checks;
        this.packs = packs;
        this.choices = choices;
        this.own = own;
        this.calendars = calendars;
    }

    /** What stores' periods go by. */
    @Component
    public record Calendars(Seasons seasons, Stores stores, StoreSettings settings) {
        Turns of(Store store) {
            return new Turns(
                    new Workdays(seasons.calendar(store), settings.workingDays(store.id())),
                    settings.weekStart(store.id()),
                    LocalDate.ofInstant(stores.since(store.id()), store.zone()));
        }
    }

    /** The periods that everything of the store comes round by. */
    public Turns turns(Store store) {
        return calendars.of(store);
    }

    public Routine of(Store store) {
        Turns turns = turns(store);
        Map<String, LocalDate> chosen = chosen(store, turns.begun());
        Map<String, Change> changes = choices.changes(store.id());
        List<Check> all = new ArrayList<>();
        Map<String, LocalDate> since = new HashMap<>();
        for (Check check : checks.all()) {
            List<LocalDate> days =
                    check.packs().stream().map(chosen::get).filter(Objects::nonNull).toList();
            if (!days.isEmpty()) {
                all.add(changed(check, changes.get(check.id())));
                since.put(check.id(), Collections.min(days));
            }
        }
        for (Own one : own.of(store.id())) {
            Check check = Checks.own(one);
            all.add(changed(check, changes.get(check.id())));
            since.put(check.id(), one.since());
        }
        all.sort(Comparator.comparingInt(Check::place));
        return new Routine(
                store,
                chosen.keySet().stream().sorted().toList(),
                !choices.packs(store.id()).isEmpty(),
                all,
                since,
                choices.mutes(store.id()),
                turns);
    }

    /** The packs that a store goes by, and since when. */
    private Map<String, LocalDate> chosen(Store store, LocalDate begun) {
        Map<String, LocalDate> chosen = choices.packs(store.id());
        if (chosen.isEmpty()) {
            packs.firstOf(store).forEach(pack -> chosen.put(pack, begun));
        }
        chosen.remove("");
        return chosen;
    }

    private static Check changed(Check check, @Nullable Change change) {
        if (change == null) {
            return check;
        }
        return check.with(
                Objects.requireNonNullElse(change.job(), check.job()),
                change.cadence() == null ? check.cadence() : Cadence.of(change.cadence()),
                Objects.requireNonNullElse(change.at(), check.at()));
    }
}
