package app.rotina.routine;

import app.rotina.goals.DriverGoals;
import app.rotina.goals.DriverModel;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a day is to be made of so that it brings its revenue: the drivers as they usually are, or as
 * somebody wants them, and one that follows from the others. Channels without traffic, late
 * approvals and refunds keep their usual share.
 *
 * @param makeup its revenue is the target
 * @param goals the drivers of the channels with traffic; absence: traffic is not known
 * @param value the order value, compared with the usual one
 */
record DriverPlan(Makeup makeup, Optional<DriverGoals> goals, BigDecimal value) {
    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** What a plan starts from: the day's target, and how many decimals its unit has. */
    record Aimed(BigDecimal target, String goalMetric, DriverModel model, int decimals) {}

    /** Empty where the usual days brought nothing that could be scaled to the target. */
    static Optional<DriverPlan> of(Makeup usual, Aimed aimed, Wishes wishes) {
        BigDecimal revenue = usual.revenue(aimed.goalMetric);
        if (!usual.known() || revenue.signum() <= 0 || aimed.target.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal scale = aimed.target.divide(revenue, EXACT);
        Planning planning = new Planning(usual, aimed, wishes, scale);
        return Optional.of(planning.withTraffic().orElseGet(planning::withoutTraffic));
    }

    /** The targets of the drivers, and of what follows from them, as their metrics tell them. */
    Map<String, MetricValue> lines(DriverModel model, DayFigures figures) {
        Map<String, MetricValue> lines = new HashMap<>();
        goals.ifPresent(drivers -> {
            lines.put(model.traffic(), drivers.target(model.traffic()));
            lines.put(model.rate(), drivers.target(model.rate()));
        });
        lines.put(model.count(), MetricValue.known(makeup.count().add(makeup.otherOrders())));
        lines.put(model.value(), times(figures.sameWeekday(model.value()), value));
        if (model.approval() != null) {
            lines.put(model.approval(), figures.sameWeekday(model.approval()));
        }
        return lines;
    }

    private static MetricValue times(MetricValue usual, BigDecimal index) {
        return usual.known()
                .map(value -> MetricValue.known(value.multiply(index, EXACT)))
                .orElse(usual);
    }

    private record Planning(Makeup usual, Aimed aimed, Wishes wishes, BigDecimal scale) {

        Optional<DriverPlan> withTraffic() {
            if (usual.traffic() == null || usual.count().signum() == 0) {
                return Optional.empty();
            }
            DriverModel model = model().deriving(wishes.derived(aimed.model));
            DriverGoals goals = DriverGoals.of(trackedTarget(), model, expected(), aimed.decimals);
            Optional<BigDecimal> count = goals.target(model.count()).known();
            Optional<BigDecimal> value = goals.target(model.value()).known();
            if (count.isEmpty() || value.isEmpty() || count.get().signum() == 0) {
                return Optional.empty();
            }
            BigDecimal index = value.get().divide(orderValue(), EXACT);
            return Optional.of(new DriverPlan(made(goals, index), Optional.of(goals), index));
        }

        DriverPlan withoutTraffic() {
            BigDecimal index = Objects.requireNonNullElse(wishes.valueAt(scale), BigDecimal.ONE);
            BigDecimal orders = scale.divide(index.multiply(approval()), EXACT);
            return new DriverPlan(
                    new Makeup(
                            true,
                            usual.traffic(),
                            usual.count().multiply(orders),
                            usual.placed().multiply(placedScale()),
                            usual.sameDay().multiply(scale),
                            usual.otherOrders().multiply(orders),
                            usual.otherPlaced().multiply(placedScale()),
                            usual.otherSameDay().multiply(scale),
                            usual.late().multiply(scale),
                            usual.refunds().multiply(scale)),
                    Optional.empty(),
                    index);
        }

        private Makeup made(DriverGoals goals, BigDecimal index) {
            BigDecimal count = goals.target(aimed.model.count()).known().orElseThrow();
            return new Makeup(
                    true,
                    goals.target(aimed.model.traffic()).known().orElseThrow(),
                    count,
                    usual.placed().multiply(placedScale()),
                    usual.sameDay().multiply(scale),
                    usual.otherOrders().multiply(scale).divide(index.multiply(approval()), EXACT),
                    usual.otherPlaced().multiply(placedScale()),
                    usual.otherSameDay().multiply(scale),
                    usual.late().multiply(scale),
                    usual.refunds().multiply(scale));
        }

        private Map<String, MetricValue> expected() {
            BigDecimal traffic = Objects.requireNonNull(usual.traffic());
            Map<String, MetricValue> expected = new HashMap<>();
            expected.put(aimed.model.traffic(), known(or(wishes.traffic(), traffic)));
            expected.put(
                    aimed.model.rate(),
                    wishes.rate() == null
                            ? DriverGoals.ratio(usual.count(), traffic)
                            : known(wishes.rate()));
            BigDecimal index = or(wishes.valueAt(scale), BigDecimal.ONE);
            expected.put(aimed.model.value(), known(orderValue().multiply(index, EXACT)));
            if (model().approval() != null) {
                expected.put(
                        Objects.requireNonNull(model().approval()),
                        known(usual.sameDay().multiply(approval()).divide(usual.placed(), EXACT)));
            }
            return expected;
        }

        /** Where nothing is ever approved later or not at all, approval is no driver. */
        private DriverModel model() {
            DriverModel model = aimed.model;
            boolean differs =
                    model.approval() != null
                            && usual.placed().signum() != 0
                            && usual.sameDay().multiply(approval()).compareTo(usual.placed()) != 0;
            return differs ? model : model.withoutApproval();
        }

        private BigDecimal trackedTarget() {
            return (isPlaced() ? usual.placed() : usual.sameDay()).multiply(scale);
        }

        private BigDecimal placedScale() {
            return scale.divide(approval(), EXACT);
        }

        private BigDecimal approval() {
            return isPlaced() ? BigDecimal.ONE : or(wishes.approval(), BigDecimal.ONE);
        }

        private boolean isPlaced() {
            return aimed.goalMetric.equals("placed_revenue");
        }

        private BigDecimal orderValue() {
            return usual.placed().divide(usual.count(), EXACT);
        }

        private static BigDecimal or(@Nullable BigDecimal wish, BigDecimal usual) {
            return wish == null ? usual : wish;
        }

        private static MetricValue known(BigDecimal value) {
            return MetricValue.known(value);
        }
    }
}
