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
        return of(store, goalMetric, figures, figures.sameWeekdays(goalMetric));
    }

    /**
     * @param before the days whose mean it is held to
     */
    static Drivers of(Store store, String goalMetric, DayFigures figures, List<LocalDate> before) {
        Drivers bySessions =
                by(DriverIdentity.SESSIONS_CONVERSION_TICKET, goalMetric, figures, before);
        if (store.identity() == DriverIdentity.SESSIONS_CONVERSION_TICKET) {
            return bySessions;
        }
        Drivers byBuyers = by(DriverIdentity.VISITORS_BUYERS_SPEND, goalMetric, figures, before);
        return byBuyers.tellsBuyers() ? byBuyers : bySessions;
    }

    private static Drivers by(
            DriverIdentity identity,
            String goalMetric,
            DayFigures figures,
            List<LocalDate> before) {
        DriverModel model = DriverModel.of(identity, !goalMetric.equals("placed_revenue"));
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
        return made(plan.makeup());
    }

    /** How the day was made otherwise than the days before, where both are known. */
    Optional<DriverCauses.Made> changed() {
        return tellsChanges() ? Optional.of(made(usual)) : Optional.empty();
    }

    private DriverCauses.Made made(Makeup planned) {
        return new DriverCauses.Made(goalMetric.equals("placed_revenue"), planned, usual, actual);
    }

    /** The parts of the gap between the plan and the day, in minor units, summing to it. */
    List<DriverPart> parts(DriverPlan plan, BigDecimal gap, int decimals) {
        return actual.known() ? parts(plan.makeup(), gap, decimals) : List.of();
    }

    /** The parts of the gap between the days before and the day. */
    List<DriverPart> changes(BigDecimal gap, int decimals) {
        return tellsChanges() ? parts(usual, gap, decimals) : List.of();
    }

    private List<DriverPart> parts(Makeup planned, BigDecimal gap, int decimals) {
        return new Reasons(goalMetric, model, planned, actual).parts(gap, decimals);
    }

    private boolean tellsChanges() {
        return REVENUES.contains(goalMetric) && actual.known() && usual.known();
    }
}
