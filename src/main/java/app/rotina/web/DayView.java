package app.rotina.web;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Days;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.ChannelLine;
import app.rotina.routine.TodayWork;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One closed day as its page shows it.
 *
 * @param next absence: the day after has not begun
 * @param metric what the verdict is about
 * @param frame what its figures mean: which revenue, whose day, up to when
 * @param behind what is said where the data ends before yesterday; absence: it does not
 * @param why absence: there is nothing to explain
 * @param channels those with goals of their own
 * @param cards what is read every morning: the figures that have a target, else the first few
 * @param known the metrics that have a value
 * @param missing those that have none, each with its reason
 * @param todo what is to be done now; empty on a day that is past
 */
record DayView(
        LocalDate date,
        String title,
        LocalDate previous,
        @Nullable LocalDate next,
        LocalDate last,
        String metric,
        String frame,
        @Nullable String behind,
        VerdictCard verdict,
        ChangesCard changes,
        @Nullable Why why,
        MonthCard month,
        List<Channel> channels,
        List<MetricCard> cards,
        List<MetricRow> known,
        List<MetricRow> missing,
        Work work,
        TodoView todo,
        List<Note> notes) {
    private static final int MOST_CARDS = 6;
    private static final int COURSE = 28;

    /** The four weeks up to the day, as an address says them. */
    String fourWeeks() {
        return "?from=" + course(date).getFirst() + "&to=" + date;
    }

    /** The days that lead up to one, itself the last. */
    static List<LocalDate> course(LocalDate day) {
        return new Days(day.minusDays(COURSE - 1L), day).stream().toList();
    }

    /**
     * A channel with a goal of its own: the day's figure of it, and how far off it is.
     *
     * @param rows absence: the rest of the channels, which is none by itself
     */
    record Channel(String name, String detail, Shown gap, @Nullable String rows) {}

    /** A note as it is shown. */
    record Note(long id, String author, String at, String text) {}

    /**
     * What stands around the close of the day.
     *
     * @param reach up to when the data of each metric reach
     * @param course the shown metrics of the days up to it
     * @param latest true where nobody asked for this very day
     */
    record Around(
            LocalDate yesterday,
            Optional<LocalDate> dataThrough,
            Map<String, LocalDate> reach,
            Daily course,
            boolean latest,
            TodayWork.Block work,
            TodoView todo) {}

    static DayView of(DailyClose close, Around around, Catalog catalog, Screen screen) {
        Figures figures = screen.figures();
        Words words = screen.words();
        Metric metric = catalog.of(close.goalMetric());
        List<MetricRow> rows = MetricRow.of(close, catalog, around.reach(), figures);
        List<MetricRow> known = rows.stream().filter(row -> row.value().known()).toList();
        return new DayView(
                close.date(),
                words.near(close.date(), around.yesterday()),
                close.date().minusDays(1),
                close.date().isBefore(around.yesterday()) ? close.date().plusDays(1) : null,
                around.yesterday(),
                metric.id(),
                Frame.of(metric, Optional.ofNullable(around.reach().get(metric.id())), screen),
                behind(around, words),
                VerdictCard.of(close, metric, figures),
                ChangesCard.of(close, catalog, figures),
                Story.of(close).map(story -> Why.of(story, catalog, figures)).orElse(null),
                MonthCard.of(close, metric, figures),
                close.channels().stream()
                        .map(line -> channel(line, close, catalog, figures))
                        .toList(),
                leading(known).stream()
                        .map(row -> card(row, close.date(), around.course(), catalog, screen))
                        .toList(),
                known,
                rows.stream().filter(row -> !row.value().known()).toList(),
                Work.of(around.work(), figures),
                around.todo(),
                notes(close, screen.store().zone(), words));
    }

    private static List<MetricRow> leading(List<MetricRow> known) {
        List<MetricRow> aimed = known.stream().filter(row -> row.target().known()).toList();
        return (aimed.size() < 2 ? known : aimed).stream().limit(MOST_CARDS).toList();
    }

    private static MetricCard card(
            MetricRow row, LocalDate day, Daily course, Catalog catalog, Screen screen) {
        return MetricCard.of(
                row,
                catalog.of(row.id()).unit(),
                day,
                course(day).stream().map(each -> course.on(each, row.id())).toList(),
                screen);
    }

    private static @Nullable String behind(Around around, Words words) {
        return around.dataThrough()
                .filter(last -> around.latest() && last.isBefore(around.yesterday()))
                .map(last -> words.say("web.today.behind", words.near(last, around.yesterday())))
                .orElse(null);
    }

    private static Channel channel(
            ChannelLine line, DailyClose close, Catalog catalog, Figures figures) {
        Metric metric = catalog.of(line.metric());
        Words words = figures.words();
        boolean rest = line.channel().equals(DimensionSplit.REMAINDER);
        String channel = words.say("value.channel." + (rest ? "rest" : line.channel()));
        return new Channel(
                metric.id().equals(close.goalMetric())
                        ? channel
                        : words.say("report.sheet.channel", metric.label(words.texts()), channel),
                words.say(
                        "web.verdict.detail",
                        figures.value(line.value(), metric.unit()).text(),
                        figures.value(line.target(), metric.unit()).text()),
                figures.difference(line.gap(), metric),
                rest
                        ? null
                        : CheckWords.rows(
                                metric.id(),
                                Days.only(close.date()),
                                Map.of("channel", line.channel())));
    }

    static List<Note> notes(DailyClose close, ZoneId zone, Words words) {
        return close.notes().stream()
                .map(note ->
                        new Note(
                                note.id(),
                                words.who(note.author()),
                                words.moment(note.at(), zone),
                                note.text()))
                .toList();
    }
}
