package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a month of one metric will come to, as known at the end of a day.
 *
 * @param goal missing: none is set
 * @param channels those that have a goal of their own
 * @param drivers what each would have to be, one at a time; empty: the goal is reached, there is
 *     none, the metric is no revenue, or nothing tells
 */
public record MonthOutlook(
        String store,
        YearMonth month,
        LocalDate asOf,
        String metric,
        MetricValue toDate,
        MetricValue goal,
        Outlook outlook,
        List<Channel> channels,
        List<DriverNeed> drivers) {

    /** The month of one channel. */
    public record Channel(String channel, MetricValue toDate, MetricValue goal, Outlook outlook) {}

    /**
     * A driver of revenue on the days that remain.
     *
     * @param expected as projected on those days, of a day where its days add up; where it cannot
     *     be projected as it was over the last four weeks
     * @param needed what it would have to be so that the month makes its goal, the others as
     *     expected
     */
    public record DriverNeed(String metric, MetricValue expected, MetricValue needed) {}
}
