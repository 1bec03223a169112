package app.rotina.routine;

import static app.rotina.routine.MondayShop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A goal of 300 for a Monday that usually brings 200: one order of 100 from 100 sessions, and one
 * by chat, whose traffic is not counted.
 */
class DriverTargetsTest {
    @TempDir Path folder;
    private MondayShop shop;

    @BeforeEach
    void open() {
        shop = new MondayShop(folder, DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void wantsMoreConversionWhereNobodySaidAnythingElse() {
        shop.want("net_revenue", null, "300");
        assertThat(target("sessions")).isEqualByComparingTo("100");
        assertThat(target("average_order_value")).isEqualByComparingTo("100");
        assertThat(target("conversion_rate")).isEqualByComparingTo("0.015");
        assertThat(target("orders")).isEqualByComparingTo("3");
        assertThat(gap("sessions")).isEqualByComparingTo("-20");
        assertThat(gap("orders")).isEqualByComparingTo("-2");
    }

    @Test
    void takesTheGapApartAgainstTheseTargets() {
        shop.want("net_revenue", null, "300");
        shop.want("sessions", null, "80");
        DailyClose close = shop.look();
        // the sessions came as planned and the order value was the usual one
        assertThat(target("conversion_rate")).isEqualByComparingTo("0.01875");
        assertThat(close.why().drivers())
                .containsExactly(
                        new DriverPart("sessions", new BigDecimal("0.00")),
                        new DriverPart("conversion_rate", new BigDecimal("-50.00")),
                        new DriverPart("average_order_value", new BigDecimal("0.00")),
                        new DriverPart("other_orders", new BigDecimal("-150.00")),
                        new DriverPart("other_order_value", new BigDecimal("0.00")));
    }

    @Test
    void keepsDriversThatSomebodySetAndDerivesTheRest() {
        shop.want("net_revenue", null, "300");
        shop.wantEveryDay("average_order_value", "150");
        assertThat(target("orders")).isEqualByComparingTo("2");
        assertThat(target("conversion_rate")).isEqualByComparingTo("0.01");
        shop.wantEveryDay("conversion_rate", "0.04");
        assertThat(target("sessions")).isEqualByComparingTo("25");
        assertThat(product()).isEqualByComparingTo("150.00");
    }

    @Test
    void derivesTheOrderValueFromANumberOfOrders() {
        shop.want("net_revenue", null, "300");
        shop.want("orders", null, "4");
        assertThat(target("average_order_value")).isEqualByComparingTo("75");
        assertThat(target("conversion_rate")).isEqualByComparingTo("0.02");
    }

    @Test
    void refusesGoalsThatLeaveNothingToFollowFromRevenue() {
        shop.want("net_revenue", null, "300");
        shop.want("orders", null, "4");
        assertThatThrownBy(() -> shop.wantEveryDay("average_order_value", "90"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.DRIVERS_ALL_SET));
        shop.wantNothingOf("orders");
        shop.wantEveryDay("average_order_value", "90");
        assertThat(target("average_order_value")).isEqualByComparingTo("90");
    }

    @Test
    void hasNoTargetsOfDriversWithoutAGoal() {
        assertThat(line(shop.look(), "sessions").target()).isEqualTo(Targets.NO_GOAL);
        assertThat(shop.look().why().against()).isEqualTo("expected");
    }

    @Test
    void showsAGoalThatIsTheSameEveryDayBesideTheVerdict() {
        shop.wantEveryDay("conversion_rate", "0.02");
        DailyClose close = shop.look();
        assertThat(close.goalMetric()).isEqualTo("net_revenue");
        assertThat(close.verdict()).isEqualTo(DailyClose.Verdict.NO_GOAL);
        assertThat(target("conversion_rate")).isEqualByComparingTo("0.02");
        assertThat(gap("conversion_rate")).isEqualByComparingTo("-0.0075");
    }

    @Test
    void refusesToPhaseWhatDoesNotAddUp() {
        assertThatThrownBy(() -> shop.want("average_order_value", null, "150"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.NOT_PHASED));
    }

    private BigDecimal product() {
        return target("sessions")
                .multiply(target("conversion_rate"))
                .multiply(target("average_order_value"))
                .setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal target(String metric) {
        return known(line(shop.look(), metric).target());
    }

    private BigDecimal gap(String metric) {
        return known(line(shop.look(), metric).gap());
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElseThrow();
    }
}
