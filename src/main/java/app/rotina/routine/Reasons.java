package app.rotina.routine;

import app.rotina.goals.DriverModel;
import app.rotina.insight.Attribution;
import app.rotina.insight.Change;
import app.rotina.insight.Change.Additive;
import app.rotina.insight.Change.Factor;
import app.rotina.insight.Change.Term;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes a day's gap apart over the drivers of revenue, from what it was to be made of to what it
 * was made of: where traffic is known traffic × conversion × order value × approval, elsewhere
 * orders × order value, and beside them approvals of earlier days' orders and refunds.
 */
record Reasons(String goalMetric, DriverModel model, Makeup planned, Makeup actual) {

    /** The drivers' parts, in minor units, summing to the gap. */
    List<DriverPart> parts(BigDecimal gap, int decimals) {
        return Attribution.of(changes(), gap, decimals).parts().stream()
                .map(part -> new DriverPart(part.metric(), part.amount()))
                .toList();
    }

    private List<Change> changes() {
        boolean tracked = actual.traffic() != null && planned.traffic() != null;
        Makeup then = tracked ? planned : planned.untracked();
        Makeup now = tracked ? actual : actual.untracked();
        List<Change> changes = new ArrayList<>();
        if (tracked) {
            changes.add(trackedTerm(then, now));
        }
        if (!tracked || now.otherOrders().signum() != 0 || then.otherOrders().signum() != 0) {
            changes.add(otherTerm(then, now, tracked));
        }
        if (!isPlaced()) {
            add(changes, "late_approvals", then.late(), now.late());
        }
        if (goalMetric.equals("net_revenue")) {
            add(changes, "refunds", then.refunds().negate(), now.refunds().negate());
        }
        return changes;
    }

    private Change trackedTerm(Makeup then, Makeup now) {
        if (isOrphaned(then.count(), then.placed()) || isOrphaned(now.count(), now.placed())) {
            return Additive.of(model.value(), counted(then), counted(now));
        }
        List<Factor> factors = new ArrayList<>();
        BigDecimal trafficThen = Objects.requireNonNull(then.traffic());
        BigDecimal trafficNow = Objects.requireNonNull(now.traffic());
        factors.add(Factor.of(model.traffic(), trafficThen, trafficNow));
        factors.add(
                new Factor(
                        model.rate(),
                        ratio(then.count(), trafficThen),
                        ratio(now.count(), trafficNow)));
        factors.add(
                new Factor(
                        model.value(),
                        ratio(then.placed(), then.count()),
                        ratio(now.placed(), now.count())));
        if (!isPlaced() && differs(then, now)) {
            factors.add(
                    new Factor(
                            "approval_rate",
                            ratio(then.sameDay(), then.placed()),
                            ratio(now.sameDay(), now.placed())));
        }
        return new Term(factors);
    }

    private BigDecimal counted(Makeup day) {
        return isPlaced() ? day.placed() : day.sameDay();
    }

    /** Money without any order that brought it is no product. */
    private static boolean isOrphaned(BigDecimal count, BigDecimal revenue) {
        return count.signum() == 0 && revenue.signum() != 0;
    }

    private static boolean differs(Makeup then, Makeup now) {
        return then.sameDay().compareTo(then.placed()) != 0
                || now.sameDay().compareTo(now.placed()) != 0;
    }

    private Change otherTerm(Makeup then, Makeup now, boolean beside) {
        BigDecimal valueThen = isPlaced() ? then.otherPlaced() : then.otherSameDay();
        BigDecimal valueNow = isPlaced() ? now.otherPlaced() : now.otherSameDay();
        String value = beside ? "other_order_value" : model.value();
        if (isOrphaned(then.otherOrders(), valueThen) || isOrphaned(now.otherOrders(), valueNow)) {
            return Additive.of(value, valueThen, valueNow);
        }
        return Term.of(
                Factor.of(
                        beside ? "other_orders" : model.count(),
                        then.otherOrders(),
                        now.otherOrders()),
                new Factor(
                        value,
                        ratio(valueThen, then.otherOrders()),
                        ratio(valueNow, now.otherOrders())));
    }

    private static void add(List<Change> changes, String metric, BigDecimal then, BigDecimal now) {
        if (then.signum() != 0 || now.signum() != 0) {
            changes.add(Additive.of(metric, then, now));
        }
    }

    private boolean isPlaced() {
        return goalMetric.equals("placed_revenue");
    }

    private static MetricValue ratio(BigDecimal top, BigDecimal bottom) {
        return bottom.signum() == 0
                ? MetricValue.missing("nothing_to_divide_by")
                : MetricValue.known(top.divide(bottom, MathContext.DECIMAL128));
    }
}
