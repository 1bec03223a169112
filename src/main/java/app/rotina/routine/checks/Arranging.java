package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.state.Job;
import app.rotina.state.OwnChecks;
import app.rotina.state.OwnChecks.Own;
import app.rotina.state.RoutineChoices;
import app.rotina.state.RoutineChoices.Change;
import app.rotina.state.RoutineChoices.Mute;
import app.rotina.state.StoreSettings;
import app.rotina.state.StoreSettings.WorkingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Arranges a store's routine as people want it: packs, other people and times, silence, more. */
@Component
public final class Arranging {
    private static final int MOST_DATES = 366;
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Routines routines;
    private final Agendas agendas;
    private final Packs packs;
    private final RoutineChoices choices;
    private final OwnChecks own;
    private final StoreSettings settings;
    private final Catalog catalog;
    private final Metrics metrics;
    private final Clock clock;

    Arranging(
            Routines routines,
            Agendas agendas,
            Packs packs,
            RoutineChoices choices,
            OwnChecks own,
            StoreSettings settings,
            Catalog catalog,
            Metrics metrics,
            Clock clock) {
        this.routines = routines;
        this.agendas = agendas;
        this.packs = packs;
        this.choices = choices;
        this.own = own;
        this.settings = settings;
        this.catalog = catalog;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A silence somebody wants, from today on. */
    public record Silence(@Nullable LocalDate until, @Nullable String why) {}

    /** A check somebody wants, that a person answers. */
    public record OwnWish(
            @Nullable String name,
            @Nullable String look,
            @Nullable String job,
            @Nullable String cadence,
            @Nullable LocalTime at,
            @Nullable List<String> asks,
            @Nullable String pack,
            @Nullable String metric,
            @Nullable String by) {}

    /**
     * Goes by these packs, and no other, from today on; gives the choice, by which it is taken
     * back, or zero.
     */
    public long choose(Store store, List<String> wanted) {
        List<String> known = wanted.stream().distinct().map(packs::of).map(Pack::id).toList();
        LocalDate today = today(store);
        Map<String, LocalDate> since = new LinkedHashMap<>();
        known.forEach(pack -> since.put(pack, today));
        if (choices.packs(store.id()).isEmpty()) {
            LocalDate begun = agendas.begun(store).orElse(today);
            packs.firstOf(store).forEach(pack -> since.computeIfPresent(pack, (id, day) -> begun));
        }
        return choices.choose(store.id(), since, today);
    }

    /** Takes a choice of packs back. */
    public void takeBackChoice(Store store, long choice) {
        choices.takeBackChoice(store.id(), choice);
    }

    /**
     * Another person, rhythm, hour, name or limit; what data judge keeps its rhythm. Gives the
     * change, by which it is taken back.
     */
    public long change(Store store, String id, CheckWish wish) {
        Check check = routines.of(store).of(id);
        return choices.change(store.id(), id, wish.change(check, now(store, id), shop(store)));
    }

    private CheckWish.Shop shop(Store store) {
        return new CheckWish.Shop(store, packs, catalog, metrics);
    }

    private Change now(Store store, String check) {
        return choices.changed(store.id(), check);
    }

    /** How a check is done otherwise than its pack says. */
    public Change changed(Store store, String check) {
        return now(store, routines.of(store).of(check).id());
    }

    /** Does without a check from now on; gives the change, by which it is taken back. */
    public long leaveOut(Store store, String id) {
        Check check = routines.of(store).of(id);
        return choices.change(store.id(), check.id(), now(store, id).out(true, null));
    }

    /** Looks at a check again that was left out, from today on; nothing before is missed. */
    public long bringBack(Store store, String id) {
        boolean out = routines.of(store).leftOut().stream().anyMatch(one -> one.id().equals(id));
        if (!out) {
            throw new RotinaException(Problem.UNKNOWN_CHECK, id, "");
        }
        return choices.change(store.id(), id, now(store, id).out(false, today(store)));
    }

    /** Takes a change of a check back; the one before it counts again. */
    public void takeBack(Store store, long change) {
        choices.takeBack(store.id(), change);
    }

    /** Gives the silence's id. */
    public long mute(Store store, String id, Silence wish, String who) {
        Check check = routines.of(store).of(id);
        String why = text(wish.why());
        if (why.isEmpty()) {
            throw new RotinaException(Problem.MUTE_WITHOUT_REASON);
        }
        LocalDate today = today(store);
        LocalDate until = wish.until() == null ? today : wish.until();
        if (until.isBefore(today) || until.isAfter(today.plusYears(1))) {
            throw new RotinaException(Problem.MUTE_DAYS, until);
        }
        return choices.mute(store.id(), new Mute(0, check.id(), today, until, why, who));
    }

    public void lift(Store store, long mute) {
        choices.lift(store.id(), mute, today(store));
    }

    /** Ends the silence that a check keeps today; it keeps none: nothing changes. */
    public void lift(Store store, String check) {
        Routine routine = routines.of(store);
        routine.mute(routine.of(check), today(store)).ifPresent(mute -> lift(store, mute.id()));
    }

    /** Adds a check of the store's own; gives its id. */
    public String add(Store store, OwnWish wish, String who) {
        @Nullable String name = CheckWish.text(wish.name(), CheckWish.LONGEST_NAME);
        if (name == null) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "name");
        }
        CheckWish.Own asked = new CheckWish.Own(wish.asks(), wish.pack(), wish.metric(), wish.by());
        Own added =
                own.add(
                        store.id(),
                        new OwnChecks.Draft(
                                name,
                                text(wish.look()),
                                Job.of(wish.job() == null ? Job.MANAGER.id() : wish.job()),
                                Cadence.of(wish.cadence() == null ? "daily" : wish.cadence()).id(),
                                wish.at() == null ? MORNING : wish.at(),
                                asked.way(shop(store))),
                        today(store),
                        who);
        return Checks.ownId(added.id());
    }

    /** Takes a check of the store's own away; what was answered stays. Gives its number. */
    public long remove(Store store, String id) {
        long number = Checks.ownNumber(routines.of(store).of(id).id());
        own.remove(store.id(), number);
        return number;
    }

    public void restore(Store store, long number) {
        own.restore(store.id(), number);
    }

    /**
     * When somebody wants people to work.
     *
     * @param weekdays such as {@code monday}; none: as the country's calendar says
     */
    public record DaysWish(
            @Nullable List<String> weekdays,
            @Nullable List<LocalDate> closed,
            @Nullable List<LocalDate> open) {}

    /** Goes by these working days from now on; what was answered stays. */
    public void workOn(Store store, DaysWish wish) {
        settings.workOn(
                store.id(),
                new WorkingDays(
                        given(wish.weekdays()).stream()
                                .map(Arranging::weekday)
                                .collect(Collectors.toSet()),
                        dates(wish.closed()),
                        dates(wish.open())));
    }

    private static <T> List<T> given(@Nullable List<T> wanted) {
        return wanted == null ? List.of() : wanted;
    }

    private static SortedSet<LocalDate> dates(@Nullable List<LocalDate> wanted) {
        List<LocalDate> dates = given(wanted);
        if (dates.size() > MOST_DATES) {
            throw new RotinaException(Problem.BAD_ARGUMENT, dates.size());
        }
        return new TreeSet<>(dates);
    }

    private static DayOfWeek weekday(String id) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, id));
    }

    private LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(CheckWish.text(typed, CheckWish.LONGEST_TEXT), "");
    }
}
