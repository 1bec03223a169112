package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
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
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Arranges a store's routine as people want it: packs, other people and times, silence, more. */
@Component
public final class Arranging {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_DATES = 366;
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Routines routines;
    private final Agendas agendas;
    private final Packs packs;
    private final RoutineChoices choices;
    private final OwnChecks own;
    private final StoreSettings settings;
    private final Clock clock;

    Arranging(
            Routines routines,
            Agendas agendas,
            Packs packs,
            RoutineChoices choices,
            OwnChecks own,
            StoreSettings settings,
            Clock clock) {
        this.routines = routines;
        this.agendas = agendas;
        this.packs = packs;
        this.choices = choices;
        this.own = own;
        this.settings = settings;
        this.clock = clock;
    }

    /** How somebody wants a check done; absence: as its pack says. */
    public record Wish(@Nullable String job, @Nullable String cadence, @Nullable LocalTime at) {}

    /** A silence somebody wants, from today on. */
    public record Silence(@Nullable LocalDate until, @Nullable String why) {}

    /** A check somebody wants, that a person answers. */
    public record OwnWish(
            @Nullable String name,
            @Nullable String look,
            @Nullable String job,
            @Nullable String cadence,
            @Nullable LocalTime at,
            @Nullable List<String> asks) {}

    /** Goes by these packs, and no other, from today on. */
    public void choose(Store store, List<String> wanted) {
        List<String> known = wanted.stream().distinct().map(packs::of).map(Pack::id).toList();
        LocalDate today = today(store);
        if (choices.packs(store.id()).isEmpty()) {
            choices.choose(store.id(), packs.firstOf(store), agendas.begun(store).orElse(today));
        }
        choices.choose(store.id(), known, today);
    }

    /** Another person, rhythm or hour; what data judge keeps its rhythm. */
    public void change(Store store, String id, Wish wish) {
        Check check = routines.of(store).of(id);
        boolean byData = check.rule().isPresent();
        @Nullable String cadence =
                byData || wish.cadence() == null ? null : Cadence.of(wish.cadence()).id();
        @Nullable Job job = wish.job() == null ? null : Job.of(wish.job());
        choices.change(store.id(), id, new Change(job, cadence, byData ? null : wish.at()));
    }

    /** Gives the silence's id. */
    public long mute(Store store, String id, Silence wish, String who) {
        Check check = routines.of(store).of(id);
        String why = text(wish.why(), LONGEST_TEXT);
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
        String name = text(wish.name(), LONGEST_NAME);
        if (name.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "name");
        }
        List<String> asks = wish.asks() == null ? List.of() : wish.asks();
        Own added =
                own.add(
                        store.id(),
                        new OwnChecks.Draft(
                                name,
                                text(wish.look(), LONGEST_TEXT),
                                Job.of(wish.job() == null ? Job.MANAGER.id() : wish.job()),
                                Cadence.of(wish.cadence() == null ? "daily" : wish.cadence()).id(),
                                wish.at() == null ? MORNING : wish.at(),
                                asks.stream()
                                        .map(Checks::ask)
                                        .map(Way.Ask::id)
                                        .distinct()
                                        .toList()),
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

    private static String text(@Nullable String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            throw new RotinaException(Problem.BAD_ARGUMENT, text.substring(0, LONGEST_NAME));
        }
        return text;
    }
}
