package app.rotina.web;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a month: one of them in full, day by day.
 *
 * @param channel whose goal it is; empty: the whole store's
 * @param choices the metrics a goal can be set for
 * @param channels the channels one can be set for; empty: days of the metric do not add up
 * @param value what stands in the field of the month's goal; empty: there is none yet
 * @param percent true where that is a percentage
 * @param total absence: there is no goal yet
 * @param days empty where there is no goal yet, or it is the same on every day
 * @param suggestion absence: there is a goal, or too little is known
 * @param split the goals of channels against the store's; empty: no channel has one
 */
record GoalsView(
        YearMonth month,
        String monthName,
        String metric,
        String channel,
        List<Choice> choices,
        List<Choice> channels,
        String value,
        boolean percent,
        @Nullable String total,
        List<Day> days,
        @Nullable Suggestion suggestion,
        List<Share> split) {

    /**
     * A goal to take with one click.
     *
     * @param value as it is sent back
     * @param text as it is read
     */
    record Suggestion(String value, String text, String reckoning) {}

    /** A channel's goal, their sum, what is split no further, or the store's own. */
    record Share(String name, String goal, String share, boolean whole) {}

    /** What to add to the address of these goals in a month. */
    String in(YearMonth other) {
        return query(other, metric, channel);
    }

    static String query(YearMonth month, String metric, String channel) {
        String query = "month=" + month + "&metric=" + metric;
        return channel.isEmpty()
                ? query
                : query + "&channel=" + URLEncoder.encode(channel, StandardCharsets.UTF_8);
    }

    boolean isSteady() {
        return channels.isEmpty();
    }

    /** A metric or channel, and whether the month has a goal for it. */
    record Choice(String id, String label, boolean set, boolean current) {}

    /**
     * One day's target.
     *
     * @param value what stands in its field
     * @param open false once a verdict was told about it
     */
    record Day(
            LocalDate date,
            String label,
            String value,
            Shown target,
            boolean pinned,
            boolean open,
            Shown actual,
            Shown gap) {}

    /** What a day brought, by day, and from which day on targets can be changed. */
    record Known(Map<LocalDate, MetricValue> actual, LocalDate openFrom) {}

    static List<Day> days(MonthGoal goal, Metric metric, Known known, Figures figures) {
        return goal.days().stream().map(day -> day(day, metric, known, figures)).toList();
    }

    private static Day day(DayTarget day, Metric metric, Known known, Figures figures) {
        MetricValue actual =
                known.actual().getOrDefault(day.date(), MetricValue.missing("not_yet"));
        MetricValue gap =
                actual.known()
                        .map(done -> MetricValue.known(done.subtract(day.value())))
                        .orElse(actual);
        return new Day(
                day.date(),
                figures.words().weekday(day.date()),
                Typed.text(day.value(), figures.words()),
                figures.value(MetricValue.known(day.value()), metric.unit()),
                day.pinned(),
                !day.date().isBefore(known.openFrom()),
                figures.value(actual, metric.unit()),
                figures.difference(gap, metric));
    }

    static boolean changed(DayTarget day, BigDecimal typed) {
        return day.value().compareTo(typed) != 0;
    }
}
