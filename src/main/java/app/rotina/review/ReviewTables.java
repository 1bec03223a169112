package app.rotina.review;

import app.rotina.goals.DriverModel;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.metrics.Metric;
import app.rotina.report.Paper;
import app.rotina.report.Paper.Block;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Grid;
import app.rotina.report.Paper.Row;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.Telling;
import app.rotina.routine.MonthPlan;
import app.rotina.routine.MonthPlan.Lever;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a review: the figures that count, the channels, and what comes next. */
record ReviewTables(Review review, Telling telling, Paper paper) {

    List<Block> summary() {
        List<Block> blocks = new ArrayList<>(List.of(score()));
        @Nullable ByChannel channels = review.figures().channels();
        if (channels != null && report().period().kind() == ReportKind.FORTNIGHTLY) {
            blocks.add(channels(channels));
        }
        return blocks;
    }

    /** The figures a review goes by: revenue, spend, return, conversion, order value, traffic. */
    private List<String> counted() {
        DriverModel model = DriverModel.of(report().store().identity(), false);
        List<String> approval =
                report().store().identity() == DriverIdentity.SESSIONS_CONVERSION_TICKET
                        ? List.of("approval_rate")
                        : List.of();
        return Stream.concat(
                        Stream.of(
                                report().headline().metric(),
                                "ad_spend",
                                "blended_roas",
                                model.rate(),
                                model.value(),
                                model.traffic(),
                                "cost_per_session"),
                        approval.stream())
                .distinct()
                .toList();
    }

    private Grid score() {
        String kind = report().period().kind().id();
        List<String> heads =
                List.of(
                        say("score.title"),
                        telling.say("column.value"),
                        telling.say("column.target"),
                        telling.say("column.gap"),
                        telling.say("column." + kind + ".previous"));
        List<Row> rows =
                counted().stream()
                        .flatMap(id ->
                                report().lines().stream().filter(line -> line.metric().equals(id)))
                        .map(this::scored)
                        .toList();
        return new Grid(say("score.title"), heads, rows, "");
    }

    private Row scored(Report.Line line) {
        Metric metric = telling.catalog().of(line.metric());
        MetricValue gap =
                line.value()
                        .known()
                        .flatMap(value -> line.target().known().map(value::subtract))
                        .map(MetricValue::known)
                        .orElse(line.value().known().isPresent() ? line.target() : line.value());
        return new Row(
                line.metric().equals(report().headline().metric()),
                List.of(
                        Cell.plain(metric.label(telling.texts())),
                        telling.cell(line.value(), metric.unit()).toRows(telling.rows(metric.id())),
                        telling.cell(line.target(), metric.unit()),
                        telling.difference(gap, metric),
                        telling.change(line.value(), line.before().getFirst(), metric)));
    }

    private Grid channels(ByChannel channels) {
        List<String> heads = new ArrayList<>();
        heads.add(telling.texts().say("dimension." + channels.dimension()));
        for (String metric : channels.metrics()) {
            heads.add(telling.label(metric));
            heads.add(say("channels.change"));
        }
        return new Grid(
                say("channels.title"),
                heads,
                channels.rows().stream().map(row -> channel(channels, row)).toList(),
                say("channels.note"));
    }

    private Row channel(ByChannel channels, ByChannel.Row row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.plain(telling.texts().value(channels.dimension(), row.channel())));
        for (int i = 0; i < channels.metrics().size(); i++) {
            Metric metric = telling.catalog().of(channels.metrics().get(i));
            cells.add(telling.cell(row.figures().get(i), metric.unit()));
            cells.add(telling.change(row.figures().get(i), row.before().get(i), metric));
        }
        return new Row(false, cells);
    }

    /** The month of a week or a fortnight, or the plan of the month that follows. */
    List<Block> next() {
        @Nullable MonthPlan plan = review.figures().plan();
        boolean month = report().period().kind() == ReportKind.MONTHLY;
        List<Block> blocks = new ArrayList<>();
        if (!month) {
            blocks.add(paper.side().getFirst());
            needs().ifPresent(blocks::add);
            return blocks;
        }
        paper.side().stream()
                .filter(Paper.Facts.class::isInstance)
                .skip(1)
                .limit(1)
                .forEach(blocks::add);
        if (plan != null) {
            blocks.add(plan.levers().isEmpty() ? heading(plan) : levers(plan));
        }
        return blocks;
    }

    private Optional<Block> needs() {
        return report().needs().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Grid(
                                say("needs.title"),
                                List.of(
                                        say("needs.title"),
                                        say("plan.expected"),
                                        say("needs.needed"),
                                        say("plan.change")),
                                report().needs().stream()
                                        .map(need ->
                                                new Row(
                                                        false,
                                                        driver(
                                                                need.metric(),
                                                                need.expected(),
                                                                need.needed())))
                                        .toList(),
                                say("needs.note")));
    }

    private List<Cell> driver(String id, MetricValue expected, MetricValue needed) {
        Metric metric = telling.catalog().of(id);
        return List.of(
                Cell.plain(metric.label(telling.texts())),
                telling.cell(expected, metric.unit()),
                telling.cell(needed, metric.unit()),
                telling.change(needed, expected, metric));
    }

    private Paper.Lines heading(MonthPlan plan) {
        String said =
                plan.projection()
                        .known()
                        .map(end ->
                                say("plan.reached", telling.text(end), telling.text(plan.goal())))
                        .orElseGet(() -> say("nothing.next"));
        return new Paper.Lines(say("plan.title"), List.of(Paper.Line.of(said)));
    }

    private Grid levers(MonthPlan plan) {
        List<String> heads =
                List.of(
                        say("plan.title"),
                        say("plan.expected"),
                        say("plan.needed"),
                        say("plan.change"),
                        say("plan.goal"));
        String projection =
                say(
                        "plan.note",
                        telling.text(plan.projection().known().orElseThrow()),
                        telling.text(plan.goal()));
        return new Grid(
                say("plan.title"),
                heads,
                plan.levers().stream().map(this::lever).toList(),
                projection);
    }

    private Row lever(Lever lever) {
        Metric metric = telling.catalog().of(lever.metric());
        List<Cell> cells =
                new ArrayList<>(
                        driver(
                                lever.metric(),
                                MetricValue.known(lever.expected()),
                                MetricValue.known(lever.needed())));
        cells.add(
                lever.goal().known().isPresent()
                        ? telling.cell(lever.goal(), metric.unit())
                        : Cell.plain(say("plan.follows")));
        return new Row(false, cells);
    }

    private Report report() {
        return review.figures().report();
    }

    private String say(String key, Object... values) {
        return telling.texts().say("reviews." + key, values);
    }
}
