package app.rotina.routine;

import app.rotina.goals.DriverModel;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The drivers of a day's revenue, by the identity of the store: what the day was made of, and what
 * the same weekdays usually are.
 */
record Drivers(
        String goalMetric, DriverModel model, Makeup actual, Makeup usual, DayFigures figures) {
    /** What the drivers multiply to; other metrics are not taken apart. */
    static final Set<String> REVENUES = Set.of("net_revenue", "approved_revenue", "placed_revenue");

    static Drivers of(Store store, String goalMetric, DayFigures figures) {
        boolean approved = !goalMetric.equals("placed_revenue");
        Drivers bySessions =
                by(DriverIdentity.SESSIONS_CONVERSION_TICKET, approved, goalMetric, figures);
        if (store.identity() == DriverIdentity.SESSIONS_CONVERSION_TICKET) {
            return bySessions;
        }
        Drivers byBuyers = by(DriverIdentity.VISITORS_BUYERS_SPEND, approved, goalMetric, figures);
        return byBuyers.tellsBuyers() ? byBuyers : bySessions;
    }

    private static Drivers by(
            DriverIdentity identity, boolean approved, String goalMetric, DayFigures figures) {
        DriverModel model = DriverModel.of(identity, approved);
        List<LocalDate> before = figures.sameWeekdays(goalMetric);
        return new Drivers(
                goalMetric,
                model,
                Makeup.of(model, figures.daily(), List.of(figures.date())),
                Makeup.of(model, figures.daily(), before),
                figures);
    }

    /** Buyers are known, and what was paid was paid by them; refunds stand beside them. */
    private boolean tellsBuyers() {
        return goalMetric.equals("net_revenue")
                && isPaidBySomebody(actual)
                && isPaidBySomebody(usual);
    }

    private static boolean isPaidBySomebody(Makeup day) {
        return day.known() && (day.count().signum() > 0 || day.placed().signum() == 0);
    }

    /** What the day had to be made of; empty where nothing tells. */
    Optional<DriverPlan> plan(BigDecimal target, Targets targets, int decimals) {
        return REVENUES.contains(goalMetric)
                ? DriverPlan.of(
                        usual,
                        new DriverPlan.Aimed(target, goalMetric, model, decimals),
                        Wishes.of(targets, model, figures))
                : Optional.empty();
    }

    DriverCauses.Made made(DriverPlan plan) {
        boolean placed = goalMetric.equals("placed_revenue");
        return new DriverCauses.Made(placed, plan.makeup(), usual, actual);
    }

    /** The parts of the gap between the plan and the day, in minor units, summing to it. */
    List<DriverPart> parts(DriverPlan plan, BigDecimal gap, int decimals) {
        return actual.known()
                ? new Reasons(goalMetric, model, plan.makeup(), actual).parts(gap, decimals)
                : List.of();
    }
}
