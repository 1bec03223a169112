package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.Restated;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.Goals;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes store days. A close is kept with what it was computed from; when late data changes its
 * figures it is restated, and says so.
 */
@Component
public final class Closing {
    private final Catalog catalog;
    private final Metrics metrics;
    private final Explanations explanations;
    private final Goals goals;
    private final Seasons seasons;
    private final CloseBook book;
    private final Settling settling;
    private final Warehouse warehouse;
    private final Clock clock;
    private final Memo<Rests, DailyClose> recent = new Memo<>();

    Closing(
            Catalog catalog,
            Metrics metrics,
            Explanations explanations,
            Goals goals,
            Seasons seasons,
            CloseBook book,
            Settling settling,
            Warehouse warehouse,
            Clock clock) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.explanations = explanations;
        this.goals = goals;
        this.seasons = seasons;
        this.book = book;
        this.settling = settling;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** All that a close rests on; while none of it changes, the day need not be computed again. */
    record Rests(
            Store store,
            LocalDate date,
            String dataVersion,
            Targets targets,
            Set<LocalDate> noted,
            Set<String> unsettled,
            boolean open,
            boolean explained) {}

    /**
     * Closes the day as it is known now: its targets are frozen, and the close is kept if it is new
     * or says otherwise than before.
     */
    public DailyClose close(Store store, LocalDate date) {
        if (isOpen(store, date)) {
            throw new RotinaException(Problem.DAY_OPEN, date);
        }
        DailyClose now = compute(store, date, true);
        Optional<DailyClose> before = book.latest(store.id(), date);
        DailyClose told = after(before, now);
        if (before.isEmpty() || told.revision() > before.get().revision()) {
            book.keep(told, warehouse.version(store.id()));
        }
        return told.with(book.notes(store.id(), date));
    }

    /**
     * The close as it would be told now. Nothing is kept and no target frozen; a day that was never
     * closed has the revision 0.
     */
    public DailyClose look(Store store, LocalDate date) {
        return look(store, date, true);
    }

    /** The same without the causes of its gap, which take longest to find. */
    public DailyClose glance(Store store, LocalDate date) {
        return look(store, date, false);
    }

    private DailyClose look(Store store, LocalDate date, boolean explained) {
        DailyClose now = compute(store, date, explained);
        DailyClose told =
                book.latest(store.id(), date)
                        .map(before -> after(Optional.of(before), now))
                        .orElseGet(() -> now.told(0, null));
        return told.with(book.notes(store.id(), date));
    }

    /** Today's figures as a further telling of the day, or as the same one. */
    private DailyClose after(Optional<DailyClose> before, DailyClose now) {
        return before.map(old ->
                        sameFigures(old, now)
                                ? now.told(old.revision(), old.restated())
                                : now.told(old.revision() + 1, restated(old, now)))
                .orElse(now);
    }

    private DailyClose compute(Store store, LocalDate date, boolean explained) {
        Rests rests = rests(store, date, explained);
        return recent.of(
                rests,
                () ->
                        computation(store, date, rests.targets())
                                .close(rests.unsettled(), rests.noted(), explained));
    }

    /** What a close of the day with its causes would rest on now. */
    Rests rests(Store store, LocalDate date) {
        return rests(store, date, true);
    }

    private Rests rests(Store store, LocalDate date, boolean explained) {
        YearMonth month = YearMonth.from(date);
        return new Rests(
                store,
                date,
                warehouse.version(store.id()),
                new Targets(goals.of(store.id(), month), goals.steady(store.id(), month)),
                book.noted(store.id(), DayFigures.watched(date)),
                settling.unsettled(store, date),
                isOpen(store, date),
                explained);
    }

    private boolean isOpen(Store store, LocalDate date) {
        return isOpen(store, date, clock);
    }

    /** Whether the day is not over where the store is. */
    static boolean isOpen(Store store, LocalDate date, Clock clock) {
        return !date.isBefore(LocalDate.ofInstant(clock.instant(), store.zone()));
    }

    private DayComputation computation(Store store, LocalDate date, Targets targets) {
        String goalMetric = targets.goalMetric(store);
        List<String> ids =
                Stream.concat(catalog.shown().stream().map(Metric::id), Makeup.NEEDED.stream())
                        .distinct()
                        .toList();
        CommercialCalendar calendar = seasons.calendar(store);
        Daily daily = metrics.daily(store, ids, DayFigures.days(date, calendar));
        Aim aim = new Aim(goalMetric, null, YearMonth.from(date));
        boolean open = isOpen(store, date);
        return new DayComputation(
                catalog,
                metrics,
                explanations,
                store,
                new DayFigures(date, daily, calendar),
                open,
                targets,
                goalMetric,
                () -> seasons.weights(store, aim),
                () -> seasons.ahead(store, aim, open ? date.minusDays(1) : date));
    }

    private static boolean sameFigures(DailyClose a, DailyClose b) {
        return a.verdict() == b.verdict()
                && a.goalMetric().equals(b.goalMetric())
                && figures(a).equals(figures(b));
    }

    private static List<String> figures(DailyClose close) {
        List<String> figures = new ArrayList<>();
        for (MetricLine line : close.metrics()) {
            figures.add(line.id() + plain(line.value().known()) + plain(line.target().known()));
        }
        return figures;
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(known -> known.stripTrailingZeros().toPlainString()).orElse("-");
    }

    /** What the goal metric said before, where data changed it; a new target is no restatement. */
    private @Nullable Restated restated(DailyClose old, DailyClose now) {
        Optional<BigDecimal> before = goalValue(old);
        boolean changed = !plain(before).equals(plain(goalValue(now)));
        return changed && before.isPresent()
                ? new Restated(before.get(), old.verdict(), clock.instant())
                : old.restated();
    }

    private static Optional<BigDecimal> goalValue(DailyClose close) {
        return close.metrics().stream()
                .filter(line -> line.id().equals(close.goalMetric()))
                .findFirst()
                .flatMap(line -> line.value().known());
    }
}
