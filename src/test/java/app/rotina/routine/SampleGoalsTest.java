package app.rotina.routine;

import static app.rotina.routine.MondayShop.line;
import static app.rotina.routine.SampleShop.END;
import static app.rotina.routine.SampleShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.GoalSuggestion;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.GoalSetting.Aim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goals and the calendar on the sample store, which sells by a Brazilian year. */
class SampleGoalsTest {
    @BeforeAll
    static void setGoal() {
        SHOP.goals()
                .set(
                        SHOP.store.store(),
                        new Aim("net_revenue", null, YearMonth.from(END)),
                        new BigDecimal("150000.00"),
                        "ana");
    }

    @Test
    void wantsConversionToMakeWhatTheTargetAsksBeyondAnUsualDay() {
        DailyClose close = look(END);
        double asked = target(close, "net_revenue") / usual(close, "net_revenue");
        assertThat(target(close, "conversion_rate") / usual(close, "conversion_rate"))
                .isCloseTo(asked, Offset.offset(1e-6));
        assertThat(target(close, "sessions")).isEqualTo(usual(close, "sessions"));
        assertThat(target(close, "average_order_value"))
                .isCloseTo(usual(close, "average_order_value"), Offset.offset(1e-6));
        assertThat(target(close, "approval_rate")).isEqualTo(usual(close, "approval_rate"));
    }

    @Test
    void comparesCarnivalWithTheCarnivalBefore() {
        DailyClose close = look(LocalDate.parse("2025-03-03"));
        assertThat(line(close, "orders").lastYear().known().orElseThrow())
                .isEqualByComparingTo(SHOP.store.value("orders", "2024-02-12"));
    }

    @Test
    void seesBlackFridayComing() {
        BigDecimal november =
                new BigDecimal(SHOP.store.value("net_revenue", "2024-11-01", "2024-11-30"));
        DailyClose close = look(LocalDate.parse("2024-11-25"));
        assertThat(known(close.month().projection()))
                .isCloseTo(november, Percentage.withPercentage(20));
    }

    @Test
    void suggestsLastYearsMonthGrown() {
        GoalSuggestion suggestion =
                new GoalSuggestions(
                                SeasonsForTests.of(
                                        SHOP.store.metrics(), SHOP.store.warehouse(), SHOP.state),
                                SHOP.goals(),
                                SampleShop.noon(END.plusDays(1)))
                        .of(
                                SHOP.store.store(),
                                new Aim("net_revenue", null, YearMonth.of(2025, 10)))
                        .orElseThrow();
        GoalSuggestion.LastYear reckoning = (GoalSuggestion.LastYear) suggestion.reckoning();
        assertThat(reckoning.brought())
                .isEqualByComparingTo(SHOP.store.value("net_revenue", "2024-10-01", "2024-10-31"));
        assertThat(suggestion.value())
                .isCloseTo(
                        reckoning
                                .brought()
                                .multiply(reckoning.growth())
                                .multiply(reckoning.calendar()),
                        Percentage.withPercentage(0.5));
    }

    private static DailyClose look(LocalDate day) {
        return SHOP.closingOn(END.plusDays(1)).look(SHOP.store.store(), day);
    }

    private static double target(DailyClose close, String metric) {
        return known(line(close, metric).target()).doubleValue();
    }

    private static double usual(DailyClose close, String metric) {
        return known(line(close, metric).sameWeekday()).doubleValue();
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElseThrow();
    }
}
