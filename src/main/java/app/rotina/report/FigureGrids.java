package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.report.Paper.Block;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Grid;
import app.rotina.report.Paper.Row;
import app.rotina.report.Report.Compared;
import app.rotina.report.Report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every known figure against its target and what it is compared with, by what it is about. */
record FigureGrids(Telling telling) {
    private static final Set<String> CUSTOMERS =
            Set.of(
                    "buyers",
                    "spend_per_buyer",
                    "new_customers",
                    "returning_customers",
                    "buyer_conversion_rate",
                    "visitors");
    private static final Set<String> SERVICE =
            Set.of(
                    "conversations",
                    "answered_conversations",
                    "chat_orders",
                    "first_response_minutes",
                    "unshipped_orders",
                    "hero_stockouts",
                    "orders_to_ship",
                    "refunds");

    List<Block> all() {
        Map<Integer, List<Line>> groups =
                telling.report().lines().stream()
                        .filter(line -> line.value().known().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        FigureGrids::group, TreeMap::new, Collectors.toList()));
        List<Block> grids = new ArrayList<>();
        groups.forEach((group, lines) -> grids.add(grid("figures." + group, lines)));
        return grids;
    }

    private static int group(Line line) {
        if (CUSTOMERS.contains(line.metric())) {
            return 2;
        }
        return SERVICE.contains(line.metric()) ? 3 : 1;
    }

    private Grid grid(String title, List<Line> lines) {
        List<String> heads = new ArrayList<>();
        heads.add(telling.say(title));
        heads.add(telling.say("column.value"));
        heads.add(telling.say("column.target"));
        heads.add(telling.say("column.gap"));
        telling.report().compared().forEach(each -> heads.add(head(each)));
        return new Grid(telling.say(title), heads, lines.stream().map(this::row).toList(), note())
                .filled();
    }

    String head(Compared compared) {
        return telling.say("column." + telling.report().period().kind().id() + "." + compared.id());
    }

    private Row row(Line line) {
        Metric metric = telling.catalog().of(line.metric());
        MetricValue gap = ReportLines.minus(line.value(), line.target());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.plain(metric.label(telling.texts())));
        cells.add(telling.cell(line.value(), metric.unit()).toRows(telling.rows(metric.id())));
        cells.add(telling.cell(line.target(), metric.unit()));
        cells.add(telling.difference(gap, metric));
        line.before().forEach(before -> cells.add(telling.change(line.value(), before, metric)));
        return new Row(line.metric().equals(telling.report().headline().metric()), cells);
    }

    /** Which days the comparisons mean. */
    private String note() {
        PeriodWords words = new PeriodWords(telling.texts(), telling.formats());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < telling.report().compared().size(); i++) {
            Compared compared = telling.report().compared().get(i);
            @Nullable Days days = compared.days();
            if (days != null && days.count() > 1 && isKnown(i)) {
                said.add(telling.say("compared", head(compared), words.name(days)));
            }
        }
        return String.join(" · ", said);
    }

    private boolean isKnown(int comparison) {
        return telling.report().lines().stream()
                .anyMatch(line -> line.before().get(comparison).known().isPresent());
    }

    /** The figures that are not known, those of one reason together. */
    Optional<Block> missing() {
        boolean nothing =
                telling.report().lines().stream()
                        .allMatch(line -> line.value().missing().isPresent());
        if (nothing) {
            return Optional.empty();
        }
        Map<String, List<String>> byReason = new TreeMap<>();
        for (Line line : telling.report().lines()) {
            line.value()
                    .missing()
                    .ifPresent(reason ->
                            byReason.computeIfAbsent(reason, any -> new ArrayList<>())
                                    .add(telling.label(line.metric())));
        }
        if (byReason.isEmpty()) {
            return Optional.empty();
        }
        List<Paper.Line> lines = new ArrayList<>();
        byReason.forEach((reason, labels) ->
                lines.add(
                        Paper.Line.of(
                                telling.say(
                                        "missing.line",
                                        telling.formats().list(labels),
                                        telling.texts().say("missing." + reason)))));
        return Optional.of(new Paper.Lines(telling.say("missing.title"), lines));
    }
}
