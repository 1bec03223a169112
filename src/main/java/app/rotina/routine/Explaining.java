package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.Why;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.Goals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains a day, or several together as one. */
@Component
public final class Explaining {
    private static final int MOST_DAYS = 366;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Explanations explanations;
    private final Goals goals;
    private final Seasons seasons;
    private final Clock clock;

    Explaining(
            Catalog catalog,
            Metrics metrics,
            Explanations explanations,
            Goals goals,
            Seasons seasons,
            Clock clock) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.explanations = explanations;
        this.goals = goals;
        this.seasons = seasons;
        this.clock = clock;
    }

    /**
     * The days together, one by one against their targets or what was to be expected.
     *
     * @param wanted the metric; null: what the verdict of the first day is about
     */
    public SpanWhy explain(Store store, Days days, @Nullable String wanted) {
        return explain(store, days, wanted, Against.TARGET);
    }

    /** The same, held to what is said. */
    public SpanWhy explain(Store store, Days days, @Nullable String wanted, Against against) {
        if (days.count() > MOST_DAYS) {
            throw new RotinaException(Problem.BAD_ARGUMENT, days.from() + " – " + days.to());
        }
        Months months = new Months(store, new HashMap<>());
        String metric = wanted == null ? months.of(days.from()).goalMetric(store) : wanted;
        if (!metrics.addsUp(store, metric)) {
            throw new RotinaException(Problem.NOT_A_SUM, metric);
        }
        Daily daily = daily(store, metric, days, against);
        Told told = new Told(against);
        for (LocalDate date : days.stream().toList()) {
            DayComputation day = computation(store, date, metric, months.of(date), daily);
            told.add(
                    against == Against.TARGET
                            ? HeldDay.toTarget(day)
                            : HeldDay.toDays(
                                    day, against, against.days(day.figures(), metric, days)));
        }
        return told.as(store, days, metric);
    }

    private Daily daily(Store store, String metric, Days days, Against against) {
        List<String> ids = Stream.concat(Stream.of(metric), Makeup.NEEDED.stream()).toList();
        CommercialCalendar calendar = seasons.calendar(store);
        List<LocalDate> all =
                days.stream()
                        .flatMap(day ->
                                switch (against) {
                                    case TARGET, WEEKDAY -> DayFigures.comparable(day);
                                    case PREVIOUS -> Stream.of(day, Against.shifted(day, days));
                                    case LAST_YEAR -> Stream.of(day, calendar.lastYear(day));
                                })
                        .distinct()
                        .toList();
        return metrics.daily(store, ids.stream().distinct().toList(), all);
    }

    private DayComputation computation(
            Store store, LocalDate day, String metric, Targets targets, Daily daily) {
        CommercialCalendar calendar = seasons.calendar(store);
        Aim aim = new Aim(metric, null, YearMonth.from(day));
        return new DayComputation(
                catalog,
                metrics,
                explanations,
                store,
                new DayFigures(day, daily, calendar),
                Closing.isOpen(store, day, clock),
                targets,
                metric,
                () -> seasons.weights(store, aim),
                Optional::empty); // no month is told
    }

    /** What was set for the months of the span, each read once. */
    private final class Months {
        private final Store store;
        private final Map<YearMonth, Targets> known;

        Months(Store store, Map<YearMonth, Targets> known) {
            this.store = store;
            this.known = known;
        }

        Targets of(LocalDate day) {
            return known.computeIfAbsent(
                    YearMonth.from(day),
                    month ->
                            new Targets(
                                    goals.of(store.id(), month), goals.steady(store.id(), month)));
        }
    }

    /** The days put together. */
    private static final class Told {
        private final Against against;
        private final List<LocalDate> leftOut = new ArrayList<>();
        private MetricValue unknown = MetricValue.missing("no_source");
        private @Nullable DayComputation any;
        private @Nullable Comparison days;
        private Explanation.@Nullable Gap gap;

        Told(Against against) {
            this.against = against;
        }

        void add(HeldDay held) {
            any = held.day();
            if (held.gap().isEmpty()) {
                leftOut.add(any.figures().date());
                unknown = held.unknown();
                return;
            }
            Explanation.Gap told = held.gap().get();
            days = days == null ? held.comparison() : days.plus(held.comparison());
            gap = gap == null ? told : gap.plus(told, any.decimals());
        }

        SpanWhy as(Store store, Days span, String metric) {
            if (gap == null || days == null || any == null) {
                String name = against == Against.TARGET ? "expected" : against.id();
                Why nothing = new Why(name, unknown, List.of(), List.of(), List.of());
                return new SpanWhy(
                        store.id(),
                        span,
                        store.currency(),
                        metric,
                        null,
                        null,
                        nothing,
                        leftOut,
                        List.of());
            }
            return new SpanWhy(
                    store.id(),
                    span,
                    store.currency(),
                    metric,
                    gap.actual(),
                    gap.expected(),
                    any.why(days, gap),
                    leftOut,
                    days.usual().keySet().stream().sorted().toList());
        }
    }
}
