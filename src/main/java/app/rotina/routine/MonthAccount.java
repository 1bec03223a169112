package app.rotina.routine;

import app.rotina.goals.EventDays;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.DailyClose.MonthStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A store's month of the metric its goal is on, as known at the end of a day: where it stands and
 * heads, by day, week and channel, what drives it, and what lies ahead.
 *
 * @param dark days of it that should have arrived and have not
 * @param expected what the days still to come are projected to bring, in minor units; with what is
 *     known they sum to the projection. Empty: nothing is projected, or the month is over
 * @param channels they sum to the month; empty: the metric is not known by channel
 * @param drivers empty: the metric is no revenue
 * @param events of the calendar that touch the month
 */
public record MonthAccount(
        Stage stage,
        MonthOutlook outlook,
        MonthStanding standing,
        int dark,
        Map<LocalDate, BigDecimal> expected,
        List<Week> weeks,
        List<Part> channels,
        List<DriverMonth> drivers,
        List<EventAhead> events,
        Compared previousMonth,
        Compared lastYear) {

    /** How far the month is. */
    public enum Stage {
        AHEAD,
        RUNNING,
        OVER
    }

    /**
     * A week, or what of it lies in the month.
     *
     * @param projection known and expected days together
     */
    public record Week(Days days, MetricValue target, MetricValue actual, MetricValue projection) {}

    /**
     * A channel; {@code (remainder)} is what the store's goal and result hold beside those named.
     *
     * @param share of what the month has brought so far; missing where that is nothing
     * @param probability missing: it has no goal of its own, or it cannot be told
     */
    public record Part(
            String channel,
            MetricValue toDate,
            MetricValue share,
            MetricValue goal,
            MetricValue projection,
            MetricValue probability) {}

    /**
     * A driver of the month.
     *
     * @param toDate of the whole month so far
     * @param projection of the whole month
     * @param expected on the days that remain, of a day where its days add up
     * @param needed on those days, the others as expected, so that the month makes its goal
     * @param lever false: it follows from the others, or nothing tells what to expect
     */
    public record DriverMonth(
            String metric,
            MetricValue toDate,
            MetricValue projection,
            MetricValue expected,
            MetricValue needed,
            boolean lever) {}

    /**
     * An event of the calendar.
     *
     * @param effect how a day of it compares with an ordinary one; 1 is no effect
     */
    public record EventAhead(EventDays event, BigDecimal effect) {}

    /**
     * Another month against this one.
     *
     * @param days its days that are as far into it as this month's known ones; all of them where
     *     this month is over or still ahead
     * @param now the same of this month; where it is ahead, its projection
     */
    public record Compared(Days days, MetricValue then, MetricValue now) {}
}
