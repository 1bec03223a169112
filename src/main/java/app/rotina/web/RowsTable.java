package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Drill;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.FigureTable;
import app.rotina.report.FigureTable.Column;
import app.rotina.report.FigureTable.Line;
import app.rotina.report.FigureTable.Rule;
import app.rotina.report.FigureTable.Summed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows behind a figure as a table that leaves the page. */
record RowsTable(Screen screen, Catalog catalog, Drill.Page page) {
    /** As many as a file takes. */
    static final int MOST = 100_000;

    FigureTable table(String title, List<String> notes) {
        Set<String> columns = RowsView.columns(page);
        List<String> further = new ArrayList<>();
        columns.forEach(each -> further.add(RowsView.column(screen.words(), each)));
        for (String column : List.of("part", "file", "record")) {
            further.add(screen.say("web.rows." + column));
        }
        List<Line> lines = page.rows().stream().map(row -> line(columns, row)).toList();
        Rule rule =
                FigureTable.summing(
                        lines.stream().map(line -> line.values().getFirst()).toList(),
                        page.total());
        return new FigureTable(
                title,
                notes,
                screen.say("web.day"),
                further,
                List.of(new Column(screen.say("web.rows.contribution"), unit(), rule)),
                lines,
                rule instanceof Summed ? total(further.size()) : null,
                screen.store().currency(),
                screen.words().locale());
    }

    private Line line(Set<String> columns, Map<String, @Nullable String> row) {
        List<String> further = new ArrayList<>();
        columns.forEach(
                column -> further.add(RowsView.shown(column, RowsView.cell(row, column), screen)));
        further.add(part(row).label(screen.words().texts()));
        further.add(RowsView.cell(row, "file"));
        further.add(RowsView.cell(row, "record"));
        BigDecimal contribution = new BigDecimal(RowsView.cell(row, "contribution"));
        return new Line(
                RowsView.cell(row, "day"), further, List.of(MetricValue.known(contribution)));
    }

    private Line total(int further) {
        return new Line(
                screen.say("explore.total"),
                Collections.nCopies(further, ""),
                List.of(page.total()));
    }

    /** That of all rows; parts of several kinds are plain numbers. */
    private Unit unit() {
        List<Unit> units = page.rows().stream().map(row -> part(row).unit()).distinct().toList();
        return units.size() == 1 ? units.getFirst() : Unit.NUMBER;
    }

    private Metric part(Map<String, @Nullable String> row) {
        return catalog.of(RowsView.cell(row, "part"));
    }
}
