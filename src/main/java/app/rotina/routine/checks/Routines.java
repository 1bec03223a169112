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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        Map<Boolean, List<Check>> all = Map.of(false, new ArrayList<>(), true, new ArrayList<>());
        Map<String, LocalDate> since = new HashMap<>();
        begins(store, chosen, changes)
                .forEach((check, day) -> {
                    Change change = changes.getOrDefault(check.id(), Change.NONE);
                    Objects.requireNonNull(all.get(change.leftOut())).add(check);
                    since.put(check.id(), later(day, change.since()));
                });
        return new Routine(
                store,
                chosen.keySet().stream().sorted().toList(),
                !choices.packs(store.id()).isEmpty(),
                Objects.requireNonNull(all.get(false)),
                Objects.requireNonNull(all.get(true)),
                since,
                choices.mutes(store.id()),
                turns);
    }

    /**
     * What the store's packs hold, and its own, in their order; each from which day on. Its own
     * stay when their pack goes: only whoever added them takes them away.
     */
    private Map<Check, LocalDate> begins(
            Store store, Map<String, LocalDate> chosen, Map<String, Change> changes) {
        Map<Check, LocalDate> days = new LinkedHashMap<>();
        for (Check check : checks.all()) {
            first(check, chosen)
                    .ifPresent(day -> days.put(Wanted.of(check, changes.get(check.id())), day));
        }
        for (Own one : own.of(store.id())) {
            Check check = Checks.own(one);
            Check wanted = Wanted.of(check, changes.get(check.id()));
            LocalDate day = first(wanted, chosen).orElse(one.since());
            days.put(wanted, later(day, one.since()));
        }
        return days;
    }

    /** Since when a pack of it is chosen; empty: none is. */
    private static Optional<LocalDate> first(Check check, Map<String, LocalDate> chosen) {
        return check.packs().stream()
                .map(chosen::get)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
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
}
