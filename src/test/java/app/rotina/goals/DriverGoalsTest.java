package app.rotina.goals;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store.DriverIdentity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DriverGoalsTest {
    private static final DriverModel APPROVED =
            DriverModel.of(DriverIdentity.SESSIONS_CONVERSION_TICKET, true);
    private static final DriverModel PLACED =
            DriverModel.of(DriverIdentity.SESSIONS_CONVERSION_TICKET, false);

    @Test
    void derivesConversionFromTheOthers() {
        DriverGoals goals =
                DriverGoals.of(
                        new BigDecimal("27000"),
                        APPROVED,
                        Map.of(
                                "sessions", known("10000"),
                                "average_order_value", known("150"),
                                "approval_rate", known("0.9")),
                        2);

        assertThat(goals.derived()).isEqualTo("conversion_rate");
        assertThat(value(goals, "conversion_rate")).isEqualByComparingTo(".02");
        assertThat(value(goals, "orders")).isEqualByComparingTo("200");
    }

    @Test
    void derivesAnotherOneIfTheStoreSaysSo() {
        DriverGoals goals =
                DriverGoals.of(
                        new BigDecimal("30000"),
                        PLACED.deriving("sessions"),
                        Map.of(
                                "conversion_rate", known(".02"),
                                "average_order_value", known("150")),
                        2);

        assertThat(value(goals, "sessions")).isEqualByComparingTo("10000");
    }

    @Test
    void derivesOrdersWhereTrafficIsMissing() {
        DriverGoals goals =
                DriverGoals.of(
                        new BigDecimal("30000"),
                        PLACED,
                        Map.of(
                                "sessions", MetricValue.missing("no_source"),
                                "average_order_value", known("150")),
                        2);

        assertThat(goals.derived()).isEqualTo("orders");
        assertThat(value(goals, "orders")).isEqualByComparingTo("200");
        assertThat(goals.target("conversion_rate").missing()).contains("no_traffic");
    }

    @Test
    void isMissingWhereAnExpectationIs() {
        DriverGoals goals =
                DriverGoals.of(
                        new BigDecimal("30000"), PLACED, Map.of("sessions", known("900")), 2);

        assertThat(goals.target("conversion_rate").known()).isEmpty();
        assertThat(goals.target("orders").known()).isEmpty();
        assertThat(goals.target("sessions")).isEqualTo(known("900"));
    }

    @Test
    void isMissingAndNotInfiniteWhereADriverIsExpectedToBeZero() {
        DriverGoals goals =
                DriverGoals.of(
                        new BigDecimal("30000"),
                        PLACED,
                        Map.of("sessions", known("0"), "average_order_value", known("150")),
                        2);

        assertThat(goals.target("conversion_rate").known()).isEmpty();
    }

    @Test
    void multipliesVisitorsBuyersAndSpend() {
        DriverModel model = DriverModel.of(DriverIdentity.VISITORS_BUYERS_SPEND, true);

        DriverGoals goals =
                DriverGoals.of(
                        new BigDecimal("9000"),
                        model,
                        Map.of("visitors", known("3000"), "spend_per_buyer", known("60")),
                        2);

        assertThat(value(goals, "buyer_conversion_rate")).isEqualByComparingTo(".05");
        assertThat(value(goals, "buyers")).isEqualByComparingTo("150");
    }

    @Test
    void takesRatiosAsSumOverSum() {
        assertThat(DriverGoals.ratio(new BigDecimal("1"), new BigDecimal("3")))
                .isEqualTo(known("0.333333333333"));
        assertThat(DriverGoals.ratio(BigDecimal.ONE, BigDecimal.ZERO).known()).isEmpty();
    }

    @Property(tries = 300)
    void multiplyToTheDaysGoal(
            @ForAll @BigRange(min = "0", max = "99999999") @Scale(2) BigDecimal revenue,
            @ForAll @BigRange(min = "0.01", max = "9999999") @Scale(2) BigDecimal sessions,
            @ForAll @BigRange(min = "0.01", max = "99999") @Scale(4) BigDecimal ticket,
            @ForAll @BigRange(min = "0.01", max = "1") @Scale(12) BigDecimal approval) {
        Map<String, MetricValue> expected = new HashMap<>();
        expected.put("sessions", MetricValue.known(sessions));
        expected.put("average_order_value", MetricValue.known(ticket));
        expected.put("approval_rate", MetricValue.known(approval));

        DriverGoals goals = DriverGoals.of(revenue, APPROVED, expected, 2);

        BigDecimal product =
                sessions.multiply(value(goals, "conversion_rate"))
                        .multiply(ticket)
                        .multiply(approval);
        assertThat(product.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(revenue);
    }

    private static BigDecimal value(DriverGoals goals, String metric) {
        return goals.target(metric).known().orElseThrow();
    }

    private static MetricValue known(String value) {
        return MetricValue.known(new BigDecimal(value));
    }
}
