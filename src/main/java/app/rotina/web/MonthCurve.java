package app.rotina.web;

import app.rotina.metrics.Metric;
import app.rotina.report.MonthShape.Point;
import app.rotina.routine.DailyClose.MonthStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The month as two running sums, plan and actual, on a field of 100 × 100, and the same as a table.
 *
 * @param plan the path of the running target; empty: no goal
 * @param actual the path of the running result up to the day
 * @param area the same, closed to the ground
 * @param heading from the day to the projected end; empty: nothing is projected
 * @param band where the path stays in four of five cases; empty: it cannot be told
 * @param now where the day stands; absence: nothing is known of the month yet
 */
record MonthCurve(
        String plan,
        String actual,
        String area,
        String heading,
        String band,
        @Nullable Point now,
        List<Tick> heights,
        List<Tick> days,
        List<Row> rows) {

    /** A mark on an edge of the field. */
    record Tick(BigDecimal at, String label) {}

    /** One day of the table: how the sums that are drawn stand on it, and the day by itself. */
    record Row(
            LocalDate date,
            String day,
            Shown reached,
            Shown planned,
            Shown ahead,
            Shown target,
            Shown actual,
            Shown gap) {}

    /**
     * The curve of a month.
     *
     * @param expected what days to come are projected to bring; without them the way to the
     *     projected end is straight
     */
    static MonthCurve of(
            MonthStanding month,
            Map<LocalDate, BigDecimal> expected,
            Metric metric,
            Figures figures) {
        return new MonthDrawing(month, expected, metric, figures).draw();
    }
}
