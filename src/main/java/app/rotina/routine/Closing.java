package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.Note;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes store days. A close is kept with what it was computed from; when late data changes its
 * figures it is restated, and says so.
 */
@Component
public final class Closing {
    /** Until so many days have passed, sources may still change a day. */
    private static final int SETTLE_DAYS = 2;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Goals goals;
    private final Seasons seasons;
    private final CloseBook book;
    private final Warehouse warehouse;
    private final Clock clock;
    private final RecentCloses recent = new RecentCloses();

    Closing(
            Catalog catalog,
            Metrics metrics,
            Goals goals,
            Seasons seasons,
            CloseBook book,
            Warehouse warehouse,
            Clock clock) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.goals = goals;
        this.seasons = seasons;
        this.book = book;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** Closes the day as it is known now, and keeps the close if it is new or says otherwise. */
    public DailyClose close(Store store, LocalDate date) {
        String dataVersion = warehouse.version(store.id());
        List<MonthGoal> month = goals.whole(store.id(), YearMonth.from(date));
        boolean provisional = provisional(store, date);
        String inputs =
                String.join("|", store.toString(), date.toString(), dataVersion, month.toString())
                        + provisional;
        DailyClose close = recent.of(inputs).orElseGet(() -> tell(store, date, month, provisional));
        recent.keep(inputs, close);
        return withNotes(close, book.notes(store.id(), date));
    }

    private DailyClose tell(
            Store store, LocalDate date, List<MonthGoal> month, boolean provisional) {
        String dataVersion = warehouse.version(store.id());
        DailyClose now = compute(store, date, month, provisional);
        Optional<DailyClose> before = book.latest(store.id(), date);
        if (before.isPresent() && sameFigures(before.get(), now)) {
            return withRevision(now, before.get().revision(), before.get().restated());
        }
        DailyClose kept =
                before.map(old -> withRevision(now, old.revision() + 1, restated(old, now)))
                        .orElse(now);
        book.keep(kept, dataVersion);
        return kept;
    }

    private boolean provisional(Store store, LocalDate date) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        return !date.plusDays(SETTLE_DAYS).isBefore(today);
    }

    private DailyClose compute(
            Store store, LocalDate date, List<MonthGoal> month, boolean provisional) {
        String goalMetric = goalMetric(store, month);
        List<String> ids =
                Stream.concat(catalog.shown().stream().map(Metric::id), Reasons.NEEDED.stream())
                        .distinct()
                        .toList();
        CommercialCalendar calendar = seasons.calendar(store);
        Daily daily = metrics.daily(store, ids, DayFigures.days(date, calendar));
        Aim aim = new Aim(goalMetric, null, YearMonth.from(date));
        return new DayComputation(
                        catalog,
                        metrics,
                        store,
                        new DayFigures(date, daily, calendar),
                        month,
                        goalMetric,
                        () -> seasons.weights(store, aim))
                .close(provisional, List.of());
    }

    /**
     * With several goals the store's goal basis decides, with one that one, with none the basis.
     */
    private static String goalMetric(Store store, List<MonthGoal> month) {
        String basis = store.basis().metric();
        boolean hasBasis = month.stream().anyMatch(goal -> goal.metric().equals(basis));
        return hasBasis || month.isEmpty() ? basis : month.getFirst().metric();
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

    private static DailyClose withNotes(DailyClose close, List<Note> notes) {
        return new DailyClose(
                close.store(),
                close.date(),
                close.currency(),
                close.goalMetric(),
                close.verdict(),
                close.provisional(),
                close.revision(),
                close.restated(),
                close.metrics(),
                close.why(),
                close.month(),
                close.pending(),
                notes);
    }

    private static DailyClose withRevision(
            DailyClose close, int revision, @Nullable Restated restated) {
        return new DailyClose(
                close.store(),
                close.date(),
                close.currency(),
                close.goalMetric(),
                close.verdict(),
                close.provisional(),
                revision,
                restated,
                close.metrics(),
                close.why(),
                close.month(),
                close.pending(),
                close.notes());
    }
}
