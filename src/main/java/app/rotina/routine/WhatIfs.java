package app.rotina.routine;

import app.rotina.insight.Attribution;
import app.rotina.insight.Change.Factor;
import app.rotina.insight.Change.Term;
import app.rotina.insight.projection.Projection;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.ExpectedDrivers.Expected;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.WhatIf.Level;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers what a month would come to with other drivers, by the identity of revenue. */
@Component
public final class WhatIfs {
    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final Catalog catalog;
    private final MonthOutlooks outlooks;
    private final Seasons seasons;

    WhatIfs(Catalog catalog, MonthOutlooks outlooks, Seasons seasons) {
        this.catalog = catalog;
        this.outlooks = outlooks;
        this.seasons = seasons;
    }

    /** The month if all of this held on the days that remain of it. */
    public WhatIf of(Store store, MonthOutlook month, List<Supposed> supposed) {
        if (!Drivers.REVENUES.contains(month.metric())) {
            throw new RotinaException(Problem.BAD_ARGUMENT, month.metric());
        }
        List<Level> levels = levels(store, month, supposed);
        Outlook now = month.outlook();
        Optional<BigDecimal> projected = now.projection().known();
        if (projected.isEmpty()) {
            return new WhatIf(levels, now, now.projection(), List.of());
        }
        BigDecimal rest = projected.get().subtract(known(month.toDate()));
        Attribution split = split(levels, rest, decimals(store, month.metric()));
        MetricValue then = MetricValue.known(projected.get().add(split.gap()));
        return new WhatIf(
                levels,
                outlook(store, month, then, factor(levels)),
                MetricValue.known(split.gap()),
                split.parts().stream()
                        .filter(part -> !part.metric().isEmpty())
                        .map(part -> new DriverPart(part.metric(), part.amount()))
                        .toList());
    }

    private List<Level> levels(Store store, MonthOutlook month, List<Supposed> supposed) {
        List<Expected> drivers = outlooks.expected(store, month.month(), month.asOf());
        Set<String> seen = new HashSet<>();
        List<Level> levels = new ArrayList<>();
        for (Supposed one : supposed) {
            Level level =
                    drivers.stream()
                            .filter(Expected::isLever)
                            .filter(driver -> driver.metric().equals(one.metric()))
                            .flatMap(driver -> driver.value().known().stream())
                            .filter(any -> seen.add(one.metric()))
                            .findFirst()
                            .map(value -> level(one, value))
                            .orElseThrow(
                                    () -> new RotinaException(Problem.BAD_ARGUMENT, one.metric()));
            levels.add(level);
        }
        return levels;
    }

    private static Level level(Supposed one, BigDecimal expected) {
        return new Level(one.metric(), expected, expected.multiply(one.factor(expected), EXACT));
    }

    /** The rest of the month as a product of what changes and of all that does not. */
    private static Attribution split(List<Level> levels, BigDecimal rest, int decimals) {
        List<Factor> factors = new ArrayList<>();
        BigDecimal others = rest;
        for (Level level : levels) {
            factors.add(Factor.of(level.metric(), level.expected(), level.supposed()));
            others = others.divide(level.expected(), EXACT);
        }
        factors.add(Factor.of("", others, others));
        return Attribution.of(List.of(new Term(factors)), decimals);
    }

    private static BigDecimal factor(List<Level> levels) {
        return levels.stream()
                .map(level -> level.supposed().divide(level.expected(), EXACT))
                .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, EXACT));
    }

    private Outlook outlook(Store store, MonthOutlook month, MetricValue then, BigDecimal factor) {
        Aim aim = new Aim(month.metric(), null, month.month());
        Optional<Projection> rest = seasons.ahead(store, aim, month.asOf());
        if (factor.signum() == 0) {
            return Outlook.over(known(then), month.goal().known());
        }
        if (rest.isEmpty()) {
            return Outlook.unsure(then);
        }
        Outlook scaled =
                Outlook.of(
                        known(month.toDate()),
                        rest.get().times(factor),
                        month.goal().known(),
                        decimals(store, month.metric()));
        return new Outlook(then, scaled.low(), scaled.high(), scaled.probability());
    }

    private int decimals(Store store, String metric) {
        return catalog.of(metric).unit() == Metric.Unit.MONEY
                ? store.currency().getDefaultFractionDigits()
                : 0;
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElse(BigDecimal.ZERO);
    }
}
