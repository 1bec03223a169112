package app.rotina.insight.projection;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeekdayProjectionTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final LocalDate THROUGH = LocalDate.of(2026, 5, 24);

    @Test
    void addsTheMeanOfTheSameWeekdaysForEveryRemainingDay() {
        // a day brings 100, a Sunday 30; six ordinary days and one Sunday remain
        MetricValue month = projection(ofWeeks(10)).month(MAY, THROUGH, known("2050"));

        assertThat(month.known().orElseThrow()).isEqualByComparingTo("2680");
    }

    @Test
    void usesTheLastEightAlone() {
        Map<LocalDate, BigDecimal> daily = ofWeeks(8);
        daily.put(THROUGH.minusWeeks(8), new BigDecimal("99999"));

        assertThat(projection(daily).day(THROUGH.plusWeeks(1), THROUGH)).isEqualTo(known("30"));
    }

    @Test
    void looksPastDaysThatAreNotComparable() {
        Map<LocalDate, BigDecimal> daily = ofWeeks(10);
        LocalDate mothersDay = LocalDate.of(2026, 5, 10);
        daily.put(mothersDay, new BigDecimal("5000"));

        MetricValue sunday =
                new WeekdayProjection(daily, day -> !day.equals(mothersDay), day -> BigDecimal.ONE)
                        .day(THROUGH.plusWeeks(1), THROUGH);

        assertThat(sunday).isEqualTo(known("30"));
    }

    @Test
    void multipliesADayByWhatItsEventDoes() {
        LocalDate fair = THROUGH.plusDays(3);
        MetricValue month =
                new WeekdayProjection(
                                ofWeeks(10),
                                day -> true,
                                day -> day.equals(fair) ? new BigDecimal("3.6") : BigDecimal.ONE)
                        .month(MAY, THROUGH, known("2050"));

        assertThat(month.known().orElseThrow()).isEqualByComparingTo("2940");
    }

    @Test
    void isContentWithOneDay() {
        Map<LocalDate, BigDecimal> daily = Map.of(THROUGH.minusWeeks(3), BigDecimal.TEN);

        assertThat(projection(daily).day(THROUGH.plusWeeks(2), THROUGH)).isEqualTo(known("10"));
    }

    @Test
    void isMissingWithoutHistoryAndNeverZero() {
        Map<LocalDate, BigDecimal> daily = ofWeeks(10);
        daily.keySet().removeIf(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);

        assertThat(projection(daily).month(MAY, THROUGH, known("2050")).missing())
                .contains("no_history");
    }

    @Test
    void doesNotReachBackOverHalfAYear() {
        Map<LocalDate, BigDecimal> daily = Map.of(THROUGH.minusWeeks(30), BigDecimal.TEN);

        assertThat(projection(daily).day(THROUGH.plusWeeks(1), THROUGH).known()).isEmpty();
    }

    @Test
    void doesNotPeekAtDaysAfterTheClose() {
        Map<LocalDate, BigDecimal> daily = ofWeeks(10);
        daily.put(THROUGH.plusWeeks(1), new BigDecimal("77"));

        assertThat(projection(daily).day(THROUGH.plusWeeks(1), THROUGH)).isEqualTo(known("30"));
    }

    @Test
    void isTheMonthItselfOnItsLastDay() {
        assertThat(projection(Map.of()).month(MAY, MAY.atEndOfMonth(), known("2680")))
                .isEqualTo(known("2680"));
    }

    @Test
    void isMissingWhereTheMonthToDateIs() {
        assertThat(
                        projection(ofWeeks(10))
                                .month(MAY, THROUGH, MetricValue.missing("no_source"))
                                .missing())
                .contains("no_source");
    }

    private static WeekdayProjection projection(Map<LocalDate, BigDecimal> daily) {
        return new WeekdayProjection(daily, day -> true, day -> BigDecimal.ONE);
    }

    private static Map<LocalDate, BigDecimal> ofWeeks(int weeks) {
        Map<LocalDate, BigDecimal> daily = new HashMap<>();
        for (int back = 0; back < weeks * 7; back++) {
            LocalDate day = THROUGH.minusDays(back);
            String value = day.getDayOfWeek() == DayOfWeek.SUNDAY ? "30" : "100";
            daily.put(day, new BigDecimal(value));
        }
        return daily;
    }

    private static MetricValue known(String value) {
        return MetricValue.known(new BigDecimal(value));
    }
}
