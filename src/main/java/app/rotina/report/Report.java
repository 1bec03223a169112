package app.rotina.report;

import app.rotina.goals.GoalSuggestion;
import app.rotina.insight.demand.Abc;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.routine.ActionEffect;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.Changes;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.DailyClose.Restated;
import app.rotina.routine.DailyClose.Verdict;
import app.rotina.routine.DailyClose.Why;
import app.rotina.routine.MonthOutlook.DriverNeed;
import app.rotina.routine.Outlook;
import app.rotina.routine.TodayWork;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report of a store says, in figures and ids, before any language: every surface and file
 * reads it from here. The figures are those of the close and of the same question to the metrics.
 *
 * @param compared what each line is held against, in the order of its comparisons
 * @param lines every figure of the catalog, the missing ones with their reasons
 * @param why the gap taken apart; its drivers sum to it
 * @param leftOut days of the period that the explanation does not know
 * @param channels their values sum to the headline's; empty: orders carry no channel
 * @param days one by one; empty for a single day
 * @param products those that brought most, the largest first; empty: not known by product
 * @param changes of the last day, which really changed
 * @param actions what the store did in the period, or shortly before it
 * @param work what was left open at the end of the last day
 * @param needs what each driver would have to be on the days that remain of the month; empty: none
 *     does, the goal is reached, there is none, or nothing tells
 * @param next absence: the report is of no month
 */
public record Report(
        Store store,
        ReportPeriod period,
        Headline headline,
        List<Compared> compared,
        List<Line> lines,
        Why why,
        List<LocalDate> leftOut,
        Month month,
        List<Channel> channels,
        List<DayLine> days,
        List<Product> products,
        Changes changes,
        List<ActionEffect> actions,
        TodayWork.Block work,
        List<DriverNeed> needs,
        @Nullable NextMonth next,
        List<DatedNote> notes) {

    /**
     * The answer first.
     *
     * @param metric what the verdict is about
     * @param target of a period the sum of its days' targets
     * @param provisional true while sources may still change the last day
     * @param restated of a single day: what it was before late data; absence: never restated
     * @param pending of the last day's orders: placed and not paid
     * @param dataThrough absence: no data has arrived
     */
    public record Headline(
            String metric,
            Verdict verdict,
            MetricValue value,
            MetricValue target,
            MetricValue gap,
            boolean provisional,
            @Nullable Restated restated,
            MetricValue pending,
            @Nullable LocalDate dataThrough) {}

    /**
     * What the lines are held against.
     *
     * @param id {@code previous}, {@code same_weekday} or {@code last_year}
     * @param days absence: several days that do not follow each other
     */
    public record Compared(String id, @Nullable Days days) {}

    /** A figure of the period beside its target and what it is compared with. */
    public record Line(
            String metric, MetricValue value, MetricValue target, List<MetricValue> before) {}

    /** The month of the last day, up to and including it. */
    public record Month(YearMonth month, LocalDate asOf, MonthStanding standing) {}

    /**
     * One channel.
     *
     * @param target of the period; missing: the channel has no goal of its own
     * @param toDate of the month up to the last day
     * @param outlook absence: the channel has no goal of its own, or the month is not asked about
     */
    public record Channel(
            String channel,
            MetricValue value,
            MetricValue target,
            MetricValue previous,
            MetricValue toDate,
            MetricValue goal,
            @Nullable Outlook outlook) {}

    /** One day of the period; {@code figures} follow the report's {@code dayMetrics}. */
    public record DayLine(
            LocalDate date, MetricValue value, MetricValue target, List<MetricValue> figures) {}

    /** A product's part of the headline's metric, and its class over the last 13 weeks. */
    public record Product(String product, MetricValue value, MetricValue previous, Abc abc) {}

    /**
     * The goal of the month that follows.
     *
     * @param goal missing: none is set yet
     * @param suggestion absence: too little is known to suggest one
     */
    public record NextMonth(
            YearMonth month, MetricValue goal, @Nullable GoalSuggestion suggestion) {}

    /** What somebody wrote about a day of the period. */
    public record DatedNote(LocalDate date, DailyClose.Note note) {}

    /** The metrics that {@code days} tell beside the headline's, by the store's identity. */
    public List<String> dayMetrics() {
        return ReportDays.metrics(store);
    }

    /** Such as {@code moda-bahia-weekly-2025-11-17.pdf}. */
    public String fileName(String ending) {
        return "%s-%s-%s.%s"
                .formatted(store.id(), period.kind().id(), period.whole().from(), ending);
    }
}
