package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Formula;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.FigureTable;
import app.rotina.report.FigureTable.Column;
import app.rotina.report.FigureTable.Given;
import app.rotina.report.FigureTable.Ratio;
import app.rotina.report.FigureTable.Rule;
import app.rotina.report.FigureTable.Share;
import app.rotina.report.FigureTable.Summed;
import app.rotina.web.Breakdown.Line;
import app.rotina.web.Breakdown.Lines;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A table of a page on its way out, as CSV, XLSX or PDF: every line, with the same figures, and
 * beside a ratio what it is calculated from.
 */
record TableExport(Screen screen, PeriodBar bar, String title) {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The metrics, and those that their ratios are calculated from. */
    static List<String> withParts(Store store, Catalog catalog, List<String> ids) {
        Set<String> all = new LinkedHashSet<>(ids);
        for (String id : ids) {
            if (catalog.of(id).formula() instanceof Formula.Ratio(Formula above, Formula below)) {
                addName(store, above, all);
                addName(store, below, all);
            }
        }
        return List.copyOf(all);
    }

    private static void addName(Store store, Formula part, Set<String> all) {
        if (part instanceof Formula.Name name) {
            all.add(RowsView.named(store, name.metric()));
        }
    }

    void send(FigureTable table, String as, HttpServletResponse response) throws IOException {
        send(table, screen.store().id() + "-" + bar.from() + "-" + bar.to(), as, response);
    }

    /**
     * Sends a table.
     *
     * @param of what it is of, as the file's name says it
     * @param as {@code csv}, {@code xlsx} or {@code pdf}
     */
    static void send(FigureTable table, String of, String as, HttpServletResponse response)
            throws IOException {
        String file = "rotina-" + of;
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file + "." + as).build().toString());
        switch (as) {
            case "csv" -> {
                response.setContentType("text/csv;charset=UTF-8");
                table.writeCsv(response.getOutputStream());
            }
            case "xlsx" -> {
                response.setContentType(XLSX);
                table.writeWorkbook(response.getOutputStream());
            }
            case "pdf" -> {
                response.setContentType(MediaType.APPLICATION_PDF_VALUE);
                table.writePdf(response.getOutputStream());
            }
            default -> throw new RotinaException(Problem.BAD_ARGUMENT, as);
        }
    }

    FigureTable table(Lines lines) {
        List<String> ids = lines.metrics().stream().map(Metric::id).toList();
        boolean shares = lines.adding().contains(lines.first().id());
        List<Column> columns = new ArrayList<>();
        for (Metric metric : lines.metrics()) {
            columns.add(
                    new Column(
                            metric.label(screen.words().texts()),
                            metric.unit(),
                            rule(lines, ids, metric)));
        }
        if (shares) {
            columns.add(new Column(screen.say("explore.share"), Unit.RATIO, new Share(0)));
        }
        return new FigureTable(
                title,
                notes(),
                lines.dimension().equals(Breakdown.TIME)
                        ? screen.say("explore.when")
                        : screen.words().sayOr("dimension." + lines.dimension(), lines.dimension()),
                columns,
                lines.lines().stream()
                        .map(line ->
                                line(
                                        lines,
                                        screen.words()
                                                .texts()
                                                .value(lines.dimension(), line.value()),
                                        line,
                                        shares))
                        .toList(),
                line(lines, screen.say("explore.total"), lines.total(), shares),
                screen.store().currency(),
                screen.words().locale());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(screen.store().name(), bar.days()));
        notes.add(bar.frame());
        return notes;
    }

    private Rule rule(Lines lines, List<String> ids, Metric metric) {
        if (lines.adding().contains(metric.id())) {
            return new Summed();
        }
        if (metric.formula() instanceof Formula.Ratio(Formula.Name above, Formula.Name below)) {
            int numerator = ids.indexOf(RowsView.named(screen.store(), above.metric()));
            int denominator = ids.indexOf(RowsView.named(screen.store(), below.metric()));
            if (numerator >= 0 && denominator >= 0) {
                return new Ratio(numerator, denominator);
            }
        }
        return new Given();
    }

    private static FigureTable.Line line(Lines lines, String name, Line line, boolean shares) {
        List<MetricValue> values = new ArrayList<>();
        lines.metrics().forEach(metric -> values.add(line.now(metric.id())));
        if (shares) {
            String first = lines.first().id();
            values.add(share(line.now(first), lines.total().now(first)));
        }
        return new FigureTable.Line(name, values);
    }

    private static MetricValue share(MetricValue part, MetricValue whole) {
        @Nullable BigDecimal all = whole.known().orElse(null);
        return part.known()
                .filter(one -> all != null && all.signum() != 0)
                .map(one -> one.divide(all, Formula.RATIO_SCALE, RoundingMode.HALF_UP))
                .map(MetricValue::known)
                .orElse(MetricValue.missing("nothing_to_divide_by"));
    }
}
