package app.rotina.routine;

import app.rotina.goals.MonthGoal;
import app.rotina.insight.projection.Projection;
import app.rotina.insight.projection.WeekdayProjection;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.ExpectedDrivers.Expected;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.MonthOutlook.Channel;
import app.rotina.routine.MonthOutlook.DriverNeed;
import app.rotina.state.Goals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whether a month will make it: projection, range, probability, and what it would take. */
@Component
public final class MonthOutlooks {
    private static final int WEEKS_OF_MEANS = 30;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Goals goals;
    private final GoalSetting setting;
    private final Seasons seasons;
    private final Clock clock;

    MonthOutlooks(
            Catalog catalog,
            Metrics metrics,
            Goals goals,
            GoalSetting setting,
            Seasons seasons,
            Clock clock) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.goals = goals;
        this.setting = setting;
        this.seasons = seasons;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param metric absence: what the store's goal of the month is on
     * @param asOf the last day that counts as known; absence: yesterday, or the month's end
     */
    public record Asked(YearMonth month, @Nullable String metric, @Nullable LocalDate asOf) {}

    public MonthOutlook of(Store store, Asked asked) {
        Targets targets = new Targets(goals.of(store.id(), asked.month()), List.of());
        String metric = asked.metric() == null ? targets.goalMetric(store) : asked.metric();
        if (!setting.isPhased(metric)) {
            throw new RotinaException(Problem.NOT_PHASED, metric);
        }
        LocalDate asOf = asOf(store, asked);
        Aim whole = new Aim(metric, null, asked.month());
        Optional<BigDecimal> goal = targets.whole(metric).map(MonthGoal::value);
        Channel all = channel(store, whole, asOf, goal);
        return new MonthOutlook(
                store.id(),
                asked.month(),
                asOf,
                metric,
                all.toDate(),
                all.goal(),
                all.outlook(),
                channels(store, targets, whole, asOf),
                drivers(store, all, whole, asOf));
    }

    private LocalDate asOf(Store store, Asked asked) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        LocalDate day = asked.asOf() == null ? yesterday : asked.asOf();
        LocalDate end = asked.month().atEndOfMonth();
        return day.isAfter(end) ? end : day;
    }

    private List<Channel> channels(Store store, Targets targets, Aim whole, LocalDate asOf) {
        return targets.channels().stream()
                .filter(goal -> goal.metric().equals(whole.metric()))
                .map(goal -> {
                    Aim aim = new Aim(whole.metric(), goal.channel(), whole.month());
                    return channel(store, aim, asOf, Optional.of(goal.value()));
                })
                .toList();
    }

    private Channel channel(Store store, Aim aim, LocalDate asOf, Optional<BigDecimal> goal) {
        Map<LocalDate, BigDecimal> days = soFar(store, aim, asOf);
        BigDecimal sum = days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        MetricValue toDate = days.isEmpty() ? silent(aim, asOf) : MetricValue.known(sum);
        return new Channel(
                aim.channel() == null ? "" : aim.channel(),
                toDate,
                goal.map(MetricValue::known).orElse(Targets.NO_GOAL),
                isOver(aim, asOf) && days.isEmpty()
                        ? Outlook.unsure(toDate)
                        : outlook(store, aim, asOf, sum, goal));
    }

    private static MetricValue silent(Aim aim, LocalDate asOf) {
        boolean ahead = asOf.isBefore(aim.month().atDay(1));
        return MetricValue.missing(ahead ? "not_yet" : "not_delivered");
    }

    private static boolean isOver(Aim aim, LocalDate asOf) {
        return asOf.equals(aim.month().atEndOfMonth());
    }

    private Map<LocalDate, BigDecimal> soFar(Store store, Aim aim, LocalDate asOf) {
        LocalDate first = aim.month().atDay(1);
        return asOf.isBefore(first) ? Map.of() : seasons.daily(store, aim, new Days(first, asOf));
    }

    private Outlook outlook(
            Store store, Aim aim, LocalDate asOf, BigDecimal toDate, Optional<BigDecimal> goal) {
        if (isOver(aim, asOf)) {
            return Outlook.over(toDate, goal);
        }
        int decimals = decimals(store, aim.metric());
        Optional<Projection> rest = seasons.ahead(store, aim, asOf);
        return rest.map(known -> Outlook.of(toDate, known, goal, decimals))
                .orElseGet(() -> Outlook.unsure(means(store, aim, asOf, toDate)));
    }

    /** What the weekdays' means let expect, where the history is too short for more. */
    private MetricValue means(Store store, Aim aim, LocalDate asOf, BigDecimal toDate) {
        int decimals = decimals(store, aim.metric());
        MetricValue month =
                weekdays(store, aim, asOf).month(aim.month(), asOf, MetricValue.known(toDate));
        return month.known()
                .map(sum -> MetricValue.known(sum.setScale(decimals, RoundingMode.HALF_UP)))
                .orElse(month);
    }

    private WeekdayProjection weekdays(Store store, Aim aim, LocalDate asOf) {
        Days recent = new Days(asOf.minusWeeks(WEEKS_OF_MEANS), asOf);
        return new WeekdayProjection(
                seasons.daily(store, aim, recent),
                day -> seasons.calendar(store).main(day).isEmpty(),
                day -> seasons.weights(store, aim).effect(day));
    }

    /** What each day is to bring that the projection of the aim's month adds to what is known. */
    SortedMap<LocalDate, BigDecimal> byDay(Store store, Aim aim, LocalDate asOf) {
        SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
        if (isOver(aim, asOf)) {
            return days;
        }
        Optional<Projection> rest = seasons.ahead(store, aim, asOf);
        WeekdayProjection means = weekdays(store, aim, asOf);
        for (LocalDate day : Days.of(aim.month()).stream().toList()) {
            if (rest.isPresent()) {
                rest.get().on(day).ifPresent(one -> days.put(day, BigDecimal.valueOf(one)));
            } else if (day.isAfter(asOf)) {
                means.day(day, asOf).known().ifPresent(one -> days.put(day, one));
            }
        }
        return days;
    }

    /** Revenue is their product, so each would have to grow as much as the rest of the month. */
    private List<DriverNeed> drivers(Store store, Channel all, Aim aim, LocalDate asOf) {
        Optional<BigDecimal> factor = factor(all);
        if (factor.isEmpty() || !Drivers.REVENUES.contains(aim.metric())) {
            return List.of();
        }
        List<DriverNeed> needs = new ArrayList<>();
        for (Expected driver : expected(store, aim.month(), asOf)) {
            driver.value()
                    .known()
                    .filter(any -> driver.isLever())
                    .map(value -> need(driver.metric(), value, factor.get()))
                    .ifPresent(needs::add);
        }
        return needs;
    }

    /** The drivers on the days that remain. */
    List<Expected> expected(Store store, YearMonth month, LocalDate asOf) {
        return new ExpectedDrivers(
                        catalog, metrics, (aim, day) -> byDay(store, aim, day), store, month)
                .after(asOf);
    }

    /** What the goal leaves open, against what the rest of the month is projected to bring. */
    private static Optional<BigDecimal> factor(Channel all) {
        BigDecimal toDate = all.toDate().known().orElse(BigDecimal.ZERO);
        Optional<BigDecimal> open =
                all.goal().known().map(goal -> goal.subtract(toDate)).filter(o -> o.signum() > 0);
        return all.outlook()
                .projection()
                .known()
                .map(end -> end.subtract(toDate))
                .filter(rest -> rest.signum() > 0)
                .flatMap(rest -> open.map(need -> need.divide(rest, MathContext.DECIMAL64)));
    }

    private static DriverNeed need(String metric, BigDecimal expected, BigDecimal factor) {
        return new DriverNeed(
                metric,
                MetricValue.known(expected),
                MetricValue.known(expected.multiply(factor, MathContext.DECIMAL64)));
    }

    int decimals(Store store, String metric) {
        return catalog.of(metric).unit() == Metric.Unit.MONEY
                ? store.currency().getDefaultFractionDigits()
                : 0;
    }
}
