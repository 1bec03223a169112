package app.rotina.routine;

import app.rotina.insight.Attribution;
import app.rotina.insight.Change;
import app.rotina.insight.Change.Additive;
import app.rotina.insight.Change.Factor;
import app.rotina.insight.Change.Term;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Daily;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a day's gap apart over the drivers of revenue: where traffic is known sessions × conversion
 * × order value × approval, elsewhere orders × order value, and beside them approvals of earlier
 * days' orders and refunds. What was to be expected comes from the same weekdays, scaled so that it
 * makes the target; conversion is the driver that carries the scale.
 */
final class Reasons {
    static final Set<String> REVENUES = Set.of("net_revenue", "approved_revenue", "placed_revenue");

    /** The metrics that the terms are made of. */
    static final List<String> NEEDED =
            List.of(
                    "sessions",
                    "tracked_orders",
                    "tracked_revenue",
                    "tracked_same_day_revenue",
                    "other_orders",
                    "other_revenue",
                    "other_same_day_revenue",
                    "late_approvals",
                    "refunds",
                    "orders");

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final String goalMetric;
    private final Sums actual;
    private final Sums expected;

    Reasons(String goalMetric, DayFigures figures) {
        this.goalMetric = goalMetric;
        this.actual = Sums.of(figures.daily(), List.of(figures.date()));
        List<LocalDate> before = figures.sameWeekdays(goalMetric);
        this.expected = Sums.of(figures.daily(), before);
    }

    /** The drivers' parts, in minor units, summing to the gap; none where nothing can be told. */
    List<DriverPart> drivers(BigDecimal target, BigDecimal gap, int decimals) {
        if (!REVENUES.contains(goalMetric) || !actual.known() || !expected.known()) {
            return List.of();
        }
        BigDecimal usual = expected.revenue(goalMetric);
        if (usual.signum() <= 0 || target.signum() <= 0) {
            return List.of();
        }
        BigDecimal scale = target.divide(usual, MathContext.DECIMAL128);
        List<Change> changes = changes(scale);
        return Attribution.of(changes, gap, decimals).parts().stream()
                .map(part -> new DriverPart(part.metric(), part.amount()))
                .toList();
    }

    private List<Change> changes(BigDecimal scale) {
        boolean tracked = actual.sessions() != null && expected.sessions() != null;
        Sums now = tracked ? actual : actual.untracked();
        Sums then = tracked ? expected : expected.untracked();
        List<Change> changes = new ArrayList<>();
        if (tracked) {
            changes.add(trackedTerm(then, now, scale));
        }
        if (!tracked || now.otherOrders().signum() != 0 || then.otherOrders().signum() != 0) {
            changes.add(otherTerm(then, now, scale, tracked));
        }
        if (!placed()) {
            add(changes, "late_approvals", then.late(), now.late(), scale);
            if (goalMetric.equals("net_revenue")) {
                add(changes, "refunds", then.refunds().negate(), now.refunds().negate(), scale);
            }
        }
        return changes;
    }

    private Term trackedTerm(Sums then, Sums now, BigDecimal scale) {
        List<Factor> factors = new ArrayList<>();
        BigDecimal sessionsThen = Objects.requireNonNull(then.sessions());
        BigDecimal sessionsNow = Objects.requireNonNull(now.sessions());
        factors.add(Factor.of("sessions", sessionsThen, sessionsNow));
        factors.add(
                new Factor(
                        "conversion_rate",
                        ratio(then.orders().multiply(scale), sessionsThen),
                        ratio(now.orders(), sessionsNow)));
        factors.add(
                new Factor(
                        "average_order_value",
                        ratio(then.placed(), then.orders()),
                        ratio(now.placed(), now.orders())));
        if (!placed() && differs(then, now)) {
            factors.add(
                    new Factor(
                            "approval_rate",
                            ratio(then.sameDay(), then.placed()),
                            ratio(now.sameDay(), now.placed())));
        }
        return new Term(factors);
    }

    private static boolean differs(Sums then, Sums now) {
        return then.sameDay().compareTo(then.placed()) != 0
                || now.sameDay().compareTo(now.placed()) != 0;
    }

    private Term otherTerm(Sums then, Sums now, BigDecimal scale, boolean beside) {
        BigDecimal valueThen = placed() ? then.otherPlaced() : then.otherSameDay();
        BigDecimal valueNow = placed() ? now.otherPlaced() : now.otherSameDay();
        return Term.of(
                Factor.of(
                        beside ? "other_orders" : "orders",
                        then.otherOrders().multiply(scale),
                        now.otherOrders()),
                new Factor(
                        beside ? "other_order_value" : "average_order_value",
                        ratio(valueThen, then.otherOrders()),
                        ratio(valueNow, now.otherOrders())));
    }

    private static void add(
            List<Change> changes,
            String metric,
            BigDecimal then,
            BigDecimal now,
            BigDecimal scale) {
        if (then.signum() != 0 || now.signum() != 0) {
            changes.add(Additive.of(metric, then.multiply(scale), now));
        }
    }

    private boolean placed() {
        return goalMetric.equals("placed_revenue");
    }

    private static MetricValue ratio(BigDecimal top, BigDecimal bottom) {
        return bottom.signum() == 0
                ? MetricValue.missing("nothing_to_divide_by")
                : MetricValue.known(top.divide(bottom, MathContext.DECIMAL128));
    }

    /** What a day, or the mean of some days, was made of. Sessions are null where unknown. */
    record Sums(
            boolean known,
            @Nullable BigDecimal sessions,
            BigDecimal orders,
            BigDecimal placed,
            BigDecimal sameDay,
            BigDecimal otherOrders,
            BigDecimal otherPlaced,
            BigDecimal otherSameDay,
            BigDecimal late,
            BigDecimal refunds) {

        static Sums of(Daily daily, List<LocalDate> days) {
            Map<String, MetricValue> means = new HashMap<>();
            NEEDED.forEach(metric -> means.put(metric, daily.mean(days, metric)));
            return new Sums(
                    known(means, "orders"),
                    known(means, "sessions") && value(means, "sessions").signum() > 0
                            ? value(means, "sessions")
                            : null,
                    value(means, "tracked_orders"),
                    value(means, "tracked_revenue"),
                    value(means, "tracked_same_day_revenue"),
                    value(means, "other_orders"),
                    value(means, "other_revenue"),
                    value(means, "other_same_day_revenue"),
                    value(means, "late_approvals"),
                    value(means, "refunds"));
        }

        private static boolean known(Map<String, MetricValue> means, String metric) {
            return means.getOrDefault(metric, MetricValue.missing("")).known().isPresent();
        }

        private static BigDecimal value(Map<String, MetricValue> means, String metric) {
            return means.getOrDefault(metric, MetricValue.missing("")).known().orElse(ZERO);
        }

        BigDecimal revenue(String goalMetric) {
            return switch (goalMetric) {
                case "placed_revenue" -> placed.add(otherPlaced);
                case "approved_revenue" -> sameDay.add(otherSameDay).add(late);
                default -> sameDay.add(otherSameDay).add(late).subtract(refunds);
            };
        }

        /** The same with all orders taken together, for days whose traffic is not known. */
        Sums untracked() {
            return new Sums(
                    known,
                    null,
                    ZERO,
                    ZERO,
                    ZERO,
                    orders.add(otherOrders),
                    placed.add(otherPlaced),
                    sameDay.add(otherSameDay),
                    late,
                    refunds);
        }
    }
}
