package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.Seasons;
import app.rotina.routine.checks.Check.Severity;
import app.rotina.routine.checks.Way.Asking;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a store's routine together: packs, what it changed of them, and checks of its own. */
@Component
public final class Routines {
    /** The area that a store's own checks stand in. */
    public static final String OWN = "own";

    private static final String OWN_PREFIX = "own-";
    private static final int LAST = 100_000;

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
                    seasons.calendar(store),
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
            Check check = check(one);
            all.add(changed(check, changes.get(check.id())));
            since.put(check.id(), one.since());
        }
        all.sort(Comparator.comparingInt(Check::place));
        return new Routine(
                store,
                chosen.keySet().stream().sorted().toList(),
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

    static String ownId(long number) {
        return OWN_PREFIX + number;
    }

    /** Refuses a check that is not the store's own. */
    static long ownNumber(String id) {
        if (!id.startsWith(OWN_PREFIX)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, id);
        }
        return Long.parseLong(id.substring(OWN_PREFIX.length()));
    }

    /** A check of a store's own says in every language what somebody wrote. */
    private static Check check(Own own) {
        String tag = Locale.ENGLISH.toLanguageTag();
        OwnChecks.Draft draft = own.draft();
        return new Check(
                ownId(own.id()),
                Cadence.of(draft.cadence()),
                draft.at(),
                false,
                Severity.ATTENTION,
                draft.job(),
                LAST,
                List.of(),
                OWN,
                List.of(),
                new Asking(List.of(), draft.asks().stream().map(Checks::ask).toList()),
                new Check.Words(
                        Map.of(tag, draft.name()),
                        Map.of(),
                        Map.of(tag, draft.look()),
                        Map.of(),
                        Map.of()));
    }
}
