package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The close of one store-day: verdict, every metric against its comparisons, the gap taken apart in
 * money, and how the month stands.
 *
 * @param goalMetric the metric the verdict is about
 * @param provisional true while the sources may still change what the verdict is about
 * @param unsettled the metrics whose figure the sources may still change
 * @param revision 1 for the first close of the day, one more for every restatement; 0: the day was
 *     looked at and never closed
 * @param restated what the goal metric said before late data changed it; absence: never restated
 * @param changes which figures really changed, and which cannot be judged yet
 * @param channels empty where no channel has a goal of its own
 * @param pending placed but not approved yet, of this day's orders
 * @param notes what people wrote about the day
 */
public record DailyClose(
        String store,
        LocalDate date,
        Currency currency,
        String goalMetric,
        Verdict verdict,
        boolean provisional,
        Set<String> unsettled,
        int revision,
        @Nullable Restated restated,
        List<MetricLine> metrics,
        Why why,
        MonthStanding month,
        Changes changes,
        List<ChannelLine> channels,
        MetricValue pending,
        List<Note> notes) {

    /** A close that was kept before these were told has none. */
    public DailyClose {
        unsettled = Objects.requireNonNullElse(unsettled, Set.of());
        changes = Objects.requireNonNullElse(changes, Changes.NONE);
    }

    /** Whether the sources may still change a figure that is known. */
    public boolean isProvisional(MetricLine line) {
        return unsettled.contains(line.id()) && line.value().known().isPresent();
    }

    /** The same day, told so many times. */
    DailyClose told(int times, @Nullable Restated before) {
        return copy(times, before, month, notes);
    }

    /** The verdict and the month, without what makes them up. */
    DailyClose brief() {
        return new DailyClose(
                store,
                date,
                currency,
                goalMetric,
                verdict,
                provisional,
                unsettled,
                revision,
                restated,
                metrics.stream().filter(line -> line.id().equals(goalMetric)).toList(),
                new Why(why.against(), why.gap(), List.of(), List.of(), List.of()),
                month.brief(),
                Changes.NONE,
                List.of(),
                pending,
                List.of());
    }

    /**
     * The same day, its verdict as it was told, of a month with this goal; how likely that is, and
     * what it needs, is not known then.
     */
    DailyClose heldTo(MetricValue goal) {
        return copy(revision, restated, month.heldTo(goal), notes);
    }

    /** The same day with what people wrote about it. */
    DailyClose with(List<Note> written) {
        return copy(revision, restated, month, written);
    }

    private DailyClose copy(
            int times, @Nullable Restated before, MonthStanding standing, List<Note> written) {
        return new DailyClose(
                store,
                date,
                currency,
                goalMetric,
                verdict,
                provisional,
                unsettled,
                times,
                before,
                metrics,
                why,
                standing,
                changes,
                channels,
                pending,
                written);
    }

    /**
     * What really changed, by the money it moved, and the figures with too few days to tell.
     * Nothing in either: everything wavered as it does.
     */
    public record Changes(List<Change> real, List<NotYet> notYet) {
        static final Changes NONE = new Changes(List.of(), List.of());
    }

    /**
     * A figure that really changed.
     *
     * @param low on one ordinary day in ten it is lower
     * @param high on one ordinary day in ten it is higher
     * @param amount what the change comes to in a day, in money; negative: it costs
     * @param since the first day of its episode
     * @param folded the metrics that changed by the same cause
     */
    public record Change(
            String metric,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            BigDecimal amount,
            LocalDate since,
            List<String> folded) {

        public boolean isUp() {
            return value.compareTo(high) > 0;
        }
    }

    /** A figure with fewer days of history than it takes to tell. */
    public record NotYet(String metric, int known, int needed) {}

    /** The answer to: did the day meet its target? */
    public enum Verdict {
        MET,
        MISSED,
        NO_GOAL,
        NO_DATA,
        /** The day is not over: it has figures so far, and nothing is held against them. */
        OPEN;

        /** Whether anything was told of the whole day. */
        public boolean isTold() {
            return this != NO_DATA && this != OPEN;
        }
    }

    /** One metric of the day. {@code gap} = value − target. */
    public record MetricLine(
            String id,
            String unit,
            MetricValue value,
            MetricValue target,
            MetricValue gap,
            MetricValue previousDay,
            MetricValue sameWeekday,
            MetricValue lastYear) {}

    /**
     * One channel of the day that has a goal of its own; {@code (remainder)} is what the store's
     * goal and result hold beside such channels.
     */
    public record ChannelLine(
            String channel,
            String metric,
            String unit,
            MetricValue value,
            MetricValue target,
            MetricValue gap) {}

    /**
     * The gap in money, taken apart in several ways; the drivers sum to it, and so do the parts of
     * each cut and its causes. They are alternative views and are never added to each other.
     *
     * @param against {@code target}, or {@code expected} where the day has no goal; of several days
     *     {@code both} where only some have one; held to other days, the id of {@link Against}
     * @param causes the segments that stand out: of the gap, then of each driver that weighs enough
     */
    public record Why(
            String against,
            MetricValue gap,
            List<DriverPart> drivers,
            List<Cut> cuts,
            List<Causes> causes) {}

    /** A driver's part of the gap, in minor units of the currency. */
    public record DriverPart(String metric, BigDecimal amount) {}

    /** The gap over one dimension, largest part first, the rest in {@code (other)}. */
    public record Cut(String dimension, List<CutPart> parts) {}

    /** One value's part of the gap. */
    public record CutPart(String value, BigDecimal amount) {}

    /**
     * The month up to and including this day.
     *
     * @param outlook where it is heading
     * @param requiredPerDay what every remaining open day needs on average to reach the goal
     * @param requiredTomorrow what the next day needs, by its weight among the remaining days
     * @param days plan and actual of every day of the month; actual is missing after this day
     */
    public record MonthStanding(
            MetricValue toDate,
            MetricValue goal,
            Outlook outlook,
            MetricValue requiredPerDay,
            MetricValue requiredTomorrow,
            List<MonthDay> days) {

        MonthStanding heldTo(MetricValue other) {
            MetricValue unknown = MetricValue.missing("goal_changed");
            return goal.equals(other)
                    ? this
                    : new MonthStanding(
                            toDate, other, outlook.without(unknown), unknown, unknown, days);
        }

        MonthStanding brief() {
            return new MonthStanding(
                    toDate, goal, outlook, requiredPerDay, requiredTomorrow, List.of());
        }

        /** What the month will come to. */
        public MetricValue projection() {
            return outlook.projection();
        }
    }

    /** One day of the month's curve; neither figure is cumulative. */
    public record MonthDay(LocalDate date, MetricValue target, MetricValue actual) {}

    /** The figure that late data replaced, and when that was noticed. */
    public record Restated(BigDecimal before, Verdict verdictBefore, Instant at) {}

    /** A note someone wrote about the day. */
    public record Note(long id, String author, Instant at, String text) {}
}
