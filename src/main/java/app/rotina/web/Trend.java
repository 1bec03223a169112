package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One metric along a span, as a drawing and as a table.
 *
 * @param line what is over
 * @param going what is not, from the last point that is
 * @param before the points it is held against; empty: none
 * @param goal the targets; empty: none
 * @param marks where something happened
 */
record Trend(
        String label,
        String summary,
        String line,
        String going,
        String before,
        String goal,
        BigDecimal ground,
        List<Tick> heights,
        List<Tick> times,
        List<Mark> marks,
        List<Row> rows,
        String export,
        String unit,
        String currency) {
    private static final int MOST_TICKS = 6;

    /** A mark on an edge of the field. */
    record Tick(BigDecimal at, String label, String anchor) {}

    /** What happened at a point, in one text and one by one. */
    record Mark(BigDecimal at, String when, String text, List<Marks.Happening> happenings) {}

    /**
     * One point of the table.
     *
     * @param edge what an axis has room for
     */
    record Row(
            String when,
            String edge,
            String rows,
            Cell now,
            Cell before,
            Cell goal,
            boolean soFar) {}

    /**
     * A figure of a point.
     *
     * @param plain its number; absence: it is missing
     */
    record Cell(Shown shown, @Nullable String plain) {}

    /**
     * What is drawn.
     *
     * @param goals the targets of the points; empty: there are none
     * @param where what the figures are narrowed to
     */
    record Drawn(
            Metric metric,
            Period period,
            Breakdown.Series series,
            List<MetricValue> goals,
            List<Mark> marks,
            Map<String, String> where) {}

    static Trend of(Drawn drawn, String summary, Figures figures) {
        List<MetricValue> now = drawn.series().now();
        Plot plot = Plot.over(now.size(), now, drawn.series().before(), drawn.goals());
        List<Period.Bucket> buckets = drawn.period().buckets();
        return new Trend(
                drawn.metric().label(figures.words().texts()),
                summary,
                plot.path(only(now, buckets, false)),
                plot.path(only(now, buckets, true)),
                plot.path(drawn.series().before()),
                plot.path(drawn.goals()),
                plot.y(BigDecimal.ZERO),
                heights(plot, drawn.metric(), figures),
                times(plot, drawn.period(), figures.words()),
                drawn.marks(),
                IntStream.range(0, now.size()).mapToObj(at -> row(drawn, at, figures)).toList(),
                ExportPage.address(
                        List.of(drawn.metric()), Breakdown.TIME, drawn.period(), drawn.where()),
                drawn.metric().unit().id(),
                figures.currency().getCurrencyCode());
    }

    /** The points that are over, or those from the last of them on. */
    private static List<MetricValue> only(
            List<MetricValue> values, List<Period.Bucket> buckets, boolean going) {
        List<MetricValue> some = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            boolean soFar = buckets.get(at).isSoFar();
            boolean leads = at + 1 < values.size() && buckets.get(at + 1).isSoFar();
            some.add(
                    soFar == going || (going && leads)
                            ? values.get(at)
                            : MetricValue.missing("not_yet"));
        }
        boolean none = going && buckets.stream().noneMatch(Period.Bucket::isSoFar);
        return none ? List.of() : some;
    }

    private static List<Tick> heights(Plot plot, Metric metric, Figures figures) {
        List<BigDecimal> levels = new ArrayList<>();
        levels.add(plot.high());
        levels.add(plot.high().divide(BigDecimal.TWO, 4, RoundingMode.HALF_UP));
        boolean deep = plot.low().negate().movePointRight(1).compareTo(plot.high()) > 0;
        if (deep) {
            levels.add(plot.low());
        }
        return levels.stream()
                .map(level -> new Tick(plot.y(level), scale(level, metric, figures), "start"))
                .toList();
    }

    static String scale(BigDecimal value, Metric metric, Figures figures) {
        return metric.unit() == Unit.MONEY
                ? figures.words().shortMoney(value, figures.currency())
                : figures.text(value, metric.unit());
    }

    private static List<Tick> times(Plot plot, Period period, Words words) {
        List<Period.Bucket> buckets = period.buckets();
        int last = buckets.size() - 1;
        int step = Math.max(1, (last + MOST_TICKS - 1) / MOST_TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (int at = 0; at <= last; at++) {
            boolean edge = at == 0 || at == last;
            if (edge || (at % step == 0 && last - at >= step)) {
                String anchor = last == 0 || !edge ? "middle" : at == 0 ? "start" : "end";
                String label = shortTime(buckets.get(at), period.grain(), words);
                ticks.add(new Tick(plot.x(at), label, anchor));
            }
        }
        return ticks;
    }

    private static String shortTime(Period.Bucket bucket, Grain grain, Words words) {
        return grain == Grain.MONTH
                ? words.shortMonth(YearMonth.from(bucket.first()))
                : words.date(bucket.days().from());
    }

    /** A point of time in words: a day, the days of a week, or a month. */
    static String time(Period.Bucket bucket, Grain grain, Words words) {
        return switch (grain) {
            case DAY -> words.shortDay(bucket.first());
            case WEEK -> words.days(bucket.days());
            case MONTH -> words.shortMonth(YearMonth.from(bucket.first()));
        };
    }

    private static Row row(Drawn drawn, int at, Figures figures) {
        Metric metric = drawn.metric();
        Period.Bucket bucket = drawn.period().buckets().get(at);
        List<MetricValue> before = drawn.series().before();
        return new Row(
                time(bucket, drawn.period().grain(), figures.words()),
                shortTime(bucket, drawn.period().grain(), figures.words()),
                "/rows?metric="
                        + metric.id()
                        + "&from="
                        + bucket.days().from()
                        + "&to="
                        + bucket.days().to()
                        + RowsView.conditions(drawn.where()),
                cell(drawn.series().now(), at, metric, figures),
                cell(before, at, metric, figures),
                cell(drawn.goals(), at, metric, figures),
                bucket.isSoFar());
    }

    private static Cell cell(List<MetricValue> values, int at, Metric metric, Figures figures) {
        return at < values.size()
                ? new Cell(
                        figures.value(values.get(at), metric.unit()),
                        values.get(at).known().map(BigDecimal::toPlainString).orElse(null))
                : new Cell(Shown.missing(figures.words().say("span.no_comparison")), null);
    }

    /** True for what a narrow screen has no room for: every other tick, and the last but one. */
    boolean seldom(Tick tick) {
        int at = times.indexOf(tick);
        return tick.anchor().equals("middle") && (at % 2 == 1 || at == times.size() - 2);
    }

    boolean hasBefore() {
        return !before.isEmpty();
    }

    boolean hasGoal() {
        return !goal.isEmpty();
    }
}
