package app.rotina.routine.checks;

import app.rotina.goals.CalendarEvent;
import app.rotina.goals.CommercialCalendar;
import app.rotina.insight.anomaly.Alerts;
import app.rotina.insight.anomaly.Finding.Alert;
import app.rotina.insight.anomaly.Finding.NotJudged;
import app.rotina.insight.anomaly.Finding.Quiet;
import app.rotina.insight.anomaly.Finding.TooNew;
import app.rotina.insight.anomaly.Leeway;
import app.rotina.insight.anomaly.Watched;
import app.rotina.insight.anomaly.Watched.Worth;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Formula.Ratio;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.checks.Rule.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Goes through checks as a day stood; keeps nothing.
 *
 * @param noted days that people wrote about: known, whatever they brought
 */
record Round(
        Catalog catalog,
        Metrics metrics,
        CommercialCalendar calendar,
        Store store,
        LocalDate day,
        Set<LocalDate> noted) {
    private static final int WEEKS = 30;
    private static final int USUAL_DAYS = 28;
    private static final int SAME_WEEKDAYS = 4;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final Comparator<Finding> COSTLIEST_FIRST =
            Comparator.comparing(Finding::stake).reversed().thenComparing(Finding::subject);

    Result result(Check check, Rule.Change rule) {
        return changed(check, rule);
    }

    Result result(Check check, Rule.Above rule) {
        return above(check, rule);
    }

    /** By the statistics of alerts, over all parts of the store as one family. */
    private Result changed(Check check, Rule.Change rule) {
        List<LocalDate> days = new Days(day.minusWeeks(WEEKS), day).stream().toList();
        Optional<String> cases = cases(rule.metric());
        List<String> ids =
                Stream.concat(Stream.of(rule.metric(), revenue()), cases.stream())
                        .distinct()
                        .toList();
        Figures figures = new Figures(metrics, store, ids, days, rule.by());
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        List<Watched> family = new ArrayList<>();
        BigDecimal floor = rule.floor().multiply(usualRevenue(figures));
        for (Map<String, String> where : figures.parts()) {
            if (figures.on(day, where, rule.metric()).known().isPresent()) {
                String id = where.toString();
                parts.put(id, where);
                family.add(
                        Watched.alone(
                                id,
                                all(figures, days, where, rule.metric()),
                                cases(figures, days, where, rule.metric()),
                                leeway(days),
                                new Worth(worth(rule, usualRevenue(figures, where)), floor)));
            }
        }
        return family.isEmpty() ? untold(check, rule.metric()) : judged(check, rule, family, parts);
    }

    private Result judged(
            Check check,
            Rule.Change rule,
            List<Watched> family,
            Map<String, Map<String, String>> parts) {
        List<Finding> found = new ArrayList<>();
        boolean judged = false;
        for (app.rotina.insight.anomaly.Finding one : Alerts.on(family)) {
            switch (one) {
                case Alert alert -> {
                    judged = true;
                    Map<String, String> where = parts.getOrDefault(alert.id(), Map.of());
                    Finding change = finding(alert, rule, where);
                    if (isLookedFor(alert, rule, change, family.getFirst().floor())) {
                        found.add(change);
                    }
                }
                case Quiet quiet -> judged = true;
                case NotJudged unknown -> {}
                case TooNew few -> {}
            }
        }
        return judged || !found.isEmpty()
                ? new Result(check, day, found.stream().sorted(COSTLIEST_FIRST).toList(), null)
                : new Result(check, day, List.of(), "short_history");
    }

    private Finding finding(Alert alert, Rule.Change rule, Map<String, String> where) {
        return new Finding(
                where,
                BigDecimal.valueOf(alert.value()),
                BigDecimal.valueOf(alert.expected()),
                stake(alert, rule, where));
    }

    /** Of a rise that is no goal of its own, what was sold less with it. */
    private BigDecimal stake(Alert alert, Rule.Change rule, Map<String, String> where) {
        if (rule.side() == Side.MOVES && !falls(alert)) {
            return shortfall(where);
        }
        return rule.costs().isEmpty()
                ? cents(BigDecimal.valueOf(alert.amount()).abs())
                : shortfall(rule.costs());
    }

    private static boolean isLookedFor(
            Alert alert, Rule.Change rule, Finding change, double floor) {
        return switch (rule.side()) {
            case FALLS -> falls(alert);
            case RISES -> !falls(alert);
            case MOVES ->
                    falls(alert)
                            || change.stake().compareTo(BigDecimal.valueOf(floor).max(CENT)) >= 0;
        };
    }

    private static boolean falls(Alert alert) {
        return alert.value() < alert.expected();
    }

    private Result above(Check check, Rule.Above rule) {
        List<LocalDate> before = sameWeekdays();
        List<LocalDate> days = Stream.concat(Stream.of(day), before.stream()).toList();
        Figures figures = new Figures(metrics, store, List.of(rule.metric()), days, rule.by());
        if (metrics.value(store, rule.metric(), Days.only(day)).missing().isPresent()) {
            return untold(check, rule.metric());
        }
        List<Finding> found = new ArrayList<>();
        for (Map<String, String> where : figures.parts()) {
            Optional<BigDecimal> value = figures.on(day, where, rule.metric()).known();
            BigDecimal usual =
                    figures.mean(before, where, rule.metric()).known().orElse(BigDecimal.ZERO);
            BigDecimal limit = rule.limit().max(usual.multiply(rule.times()));
            if (value.isPresent() && value.get().compareTo(limit) > 0) {
                Map<String, String> costs = rule.costs().isEmpty() ? where : rule.costs();
                found.add(new Finding(where, value.get(), usual, shortfall(costs)));
            }
        }
        return new Result(check, day, found.stream().sorted(COSTLIEST_FIRST).toList(), null);
    }

    /**
     * What a part of the store sold less than on the same weekdays; zero where that is not known.
     */
    private BigDecimal shortfall(Map<String, String> where) {
        List<LocalDate> before = sameWeekdays();
        List<String> by = List.copyOf(where.keySet());
        if (by.isEmpty() || !by.stream().allMatch(one -> metrics.splits(store, revenue(), one))) {
            return cents(BigDecimal.ZERO);
        }
        List<LocalDate> days = Stream.concat(Stream.of(day), before.stream()).toList();
        Figures sold = new Figures(metrics, store, List.of(revenue()), days, by);
        BigDecimal usual = sold.mean(before, where, revenue()).known().orElse(BigDecimal.ZERO);
        BigDecimal now = sold.on(day, where, revenue()).known().orElse(usual);
        return cents(usual.subtract(now).max(BigDecimal.ZERO));
    }

    /** A rise brings money, or costs it. */
    private BigDecimal worth(Rule.Change rule, BigDecimal revenue) {
        return catalog.of(rule.metric()).upIsGood() ? revenue : revenue.negate();
    }

    private List<LocalDate> sameWeekdays() {
        return IntStream.rangeClosed(1, SAME_WEEKDAYS).mapToObj(day::minusWeeks).toList();
    }

    /** Why the metric cannot be told. */
    private Result untold(Check check, String metric) {
        String why = metrics.value(store, metric, Days.only(day)).missing().orElse("no_history");
        return new Result(check, day, List.of(), why);
    }

    private String revenue() {
        return store.basis().metric();
    }

    private BigDecimal usualRevenue(Figures figures) {
        return figures.parts().stream()
                .map(where -> usualRevenue(figures, where))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal usualRevenue(Figures figures, Map<String, String> where) {
        List<LocalDate> before =
                new Days(day.minusDays(USUAL_DAYS), day.minusDays(1)).stream().toList();
        return figures.mean(before, where, revenue()).known().orElse(BigDecimal.ZERO);
    }

    private static List<MetricValue> all(
            Figures figures, List<LocalDate> days, Map<String, String> where, String metric) {
        return days.stream().map(one -> figures.on(one, where, metric)).toList();
    }

    /** What a ratio is a share of; a count counts ones. */
    private Optional<String> cases(String metric) {
        Metric of = catalog.of(metric);
        return of.unit() == Metric.Unit.RATIO && of.formula() instanceof Ratio ratio
                ? ratio.denominator().names().stream().findFirst()
                : Optional.empty();
    }

    private List<MetricValue> cases(
            Figures figures, List<LocalDate> days, Map<String, String> where, String metric) {
        MetricValue one =
                catalog.of(metric).unit() == Metric.Unit.COUNT
                        ? MetricValue.known(BigDecimal.ONE)
                        : MetricValue.missing("counts_nothing");
        return cases(metric)
                .map(cases -> all(figures, days, where, cases))
                .orElseGet(() -> days.stream().map(any -> one).toList());
    }

    private Leeway leeway(List<LocalDate> days) {
        Map<LocalDate, MetricValue> effects = new HashMap<>();
        days.forEach(one -> effects.put(one, effect(one)));
        return Leeway.of(days.stream().map(effects::get).toList());
    }

    private MetricValue effect(LocalDate date) {
        if (noted.contains(date)) {
            return MetricValue.missing("noted");
        }
        return MetricValue.known(
                calendar.main(date).map(CalendarEvent::prior).orElse(BigDecimal.ONE));
    }

    private BigDecimal cents(BigDecimal amount) {
        return amount.setScale(store.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }
}
