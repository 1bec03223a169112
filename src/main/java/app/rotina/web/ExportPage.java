package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.state.Role;
import app.rotina.web.Breakdown.Lines;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Any table of figures of a span as a file: metrics by a dimension, or along the days. */
@Controller
class ExportPage {
    private static final int MOST_METRICS = 20;

    private final Catalog catalog;
    private final Periods periods;
    private final Breakdown breakdown;
    private final Frames frames;

    ExportPage(Catalog catalog, Periods periods, Breakdown breakdown, Frames frames) {
        this.catalog = catalog;
        this.periods = periods;
        this.breakdown = breakdown;
        this.frames = frames;
    }

    /**
     * Which table.
     *
     * @param metric their ids
     * @param by a dimension, or {@code time} for the points of the span
     * @param as {@code csv} or {@code xlsx}
     */
    record Asked(@Nullable List<String> metric, @Nullable String by, @Nullable String as) {
        List<String> metrics() {
            if (metric == null || metric.isEmpty() || metric.size() > MOST_METRICS) {
                throw new RotinaException(Problem.BAD_ARGUMENT, "metric");
            }
            return metric;
        }

        String dimension() {
            return by == null ? Breakdown.TIME : by;
        }
    }

    /** The address of a table's file, without what kind of file it is. */
    static String address(
            List<Metric> metrics, String by, Period period, Map<String, String> where) {
        return metrics.stream()
                        .map(metric -> "metric=" + metric.id() + "&")
                        .collect(Collectors.joining("", "/export?", ""))
                + "by="
                + by
                + "&"
                + period.query()
                + RowsView.conditions(where);
    }

    @GetMapping("/s/{store}/export")
    @Access(Role.VIEWER)
    void export(
            Screen screen,
            Store store,
            Period.AskedSpan span,
            Asked asked,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Period period = periods.of(store, span);
        Map<String, String> where = RowsPage.conditions(parameters);
        List<String> ids = TableExport.withParts(store, catalog, asked.metrics());
        Lines lines =
                asked.dimension().equals(Breakdown.TIME)
                        ? breakdown.overTime(store, ids, period, where)
                        : breakdown.by(store, ids, asked.dimension(), period, where);
        TableExport export =
                new TableExport(
                        screen,
                        PeriodBar.of(screen, period, frames.of(screen), "/export", Map.of()),
                        title(screen, asked, where));
        export.send(export.table(lines), asked.as() == null ? "csv" : asked.as(), response);
    }

    private String title(Screen screen, Asked asked, Map<String, String> where) {
        Words words = screen.words();
        String metric = catalog.of(asked.metrics().getFirst()).label(words.texts());
        List<String> parts =
                where.entrySet().stream()
                        .map(each -> words.texts().value(each.getKey(), each.getValue()))
                        .toList();
        return parts.isEmpty() ? metric : metric + " · " + words.list(parts);
    }
}
