package app.rotina.routine;

import app.rotina.goals.DriverModel;
import app.rotina.goals.MonthGoal;
import app.rotina.insight.projection.Projection;
import app.rotina.insight.projection.WeekdayProjection;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whether a month will make it: projection, range, probability, and what it would take. */
@Component
public final class MonthOutlooks {
    private static final int WEEKS_OF_MEANS = 30;
    private static final int USUAL_DAYS = 28;

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
                drivers(store, all, metric, asOf));
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
        BigDecimal toDate = days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Channel(
                aim.channel() == null ? "" : aim.channel(),
                MetricValue.known(toDate),
                goal.map(MetricValue::known).orElse(Targets.NO_GOAL),
                outlook(store, aim, asOf, toDate, goal));
    }

    private Map<LocalDate, BigDecimal> soFar(Store store, Aim aim, LocalDate asOf) {
        LocalDate first = aim.month().atDay(1);
        return asOf.isBefore(first) ? Map.of() : seasons.daily(store, aim, new Days(first, asOf));
    }

    private Outlook outlook(
            Store store, Aim aim, LocalDate asOf, BigDecimal toDate, Optional<BigDecimal> goal) {
        if (asOf.equals(aim.month().atEndOfMonth())) {
            return Outlook.over(toDate, goal);
        }
        int decimals = decimals(store, aim.metric());
        Optional<Projection> rest = seasons.ahead(store, aim, asOf);
        return rest.map(known -> Outlook.of(toDate, known, goal, decimals))
                .orElseGet(() -> Outlook.unsure(means(store, aim, asOf, toDate)));
    }

    /** What the weekdays' means let expect, where the history is too short for more. */
    private MetricValue means(Store store, Aim aim, LocalDate asOf, BigDecimal toDate) {
        Days recent = new Days(asOf.minusWeeks(WEEKS_OF_MEANS), asOf);
        int decimals = decimals(store, aim.metric());
        MetricValue month =
                new WeekdayProjection(
                                seasons.daily(store, aim, recent),
                                day -> seasons.calendar(store).main(day).isEmpty(),
                                day -> seasons.weights(store, aim).effect(day))
                        .month(aim.month(), asOf, MetricValue.known(toDate));
        return month.known()
                .map(sum -> MetricValue.known(sum.setScale(decimals, RoundingMode.HALF_UP)))
                .orElse(month);
    }

    /** Revenue is their product, so each would have to grow as much as the rest of the month. */
    private List<DriverNeed> drivers(Store store, Channel all, String metric, LocalDate asOf) {
        Optional<BigDecimal> factor = factor(all);
        if (factor.isEmpty() || !Drivers.REVENUES.contains(metric)) {
            return List.of();
        }
        DriverModel model = DriverModel.of(store.identity(), false);
        List<String> ids = List.of(model.traffic(), model.rate(), model.count(), model.value());
        List<LocalDate> days = new Days(asOf.minusDays(USUAL_DAYS - 1L), asOf).stream().toList();
        Daily daily = metrics.daily(store, ids, days);
        boolean traffic = daily.mean(days, model.rate()).known().isPresent();
        List<DriverNeed> needs = new ArrayList<>();
        for (String id : ids) {
            boolean shown = !traffic || !id.equals(model.count());
            daily.mean(days, id)
                    .known()
                    .filter(usual -> shown && usual.signum() > 0)
                    .map(usual -> need(id, usual, factor.get()))
                    .ifPresent(needs::add);
        }
        return needs;
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

    private static DriverNeed need(String metric, BigDecimal usual, BigDecimal factor) {
        return new DriverNeed(
                metric,
                MetricValue.known(usual),
                MetricValue.known(usual.multiply(factor, MathContext.DECIMAL64)));
    }

    private int decimals(Store store, String metric) {
        return catalog.of(metric).unit() == Metric.Unit.MONEY
                ? store.currency().getDefaultFractionDigits()
                : 0;
    }
}
