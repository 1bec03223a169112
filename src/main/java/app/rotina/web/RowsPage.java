package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Drill;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.state.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a figure is made of: its rows, and the figures it is calculated from. */
@Controller
class RowsPage {
    static final int ROWS = 50;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Drill drill;
    private final Frames frames;

    RowsPage(Catalog catalog, Metrics metrics, Drill drill, Frames frames) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.drill = drill;
        this.frames = frames;
    }

    /**
     * Which figure, of which days.
     *
     * @param page from 1
     */
    record Asked(
            String metric,
            @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @Nullable Integer page) {

        int number() {
            return page == null ? 1 : page;
        }
    }

    /** From parameters such as {@code where=country=France}; a value may hold commas. */
    static Map<String, String> conditions(MultiValueMap<String, String> parameters) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String one : parameters.getOrDefault("where", List.of())) {
            int at = one.indexOf('=');
            if (at < 1 && !one.isEmpty()) {
                throw new RotinaException(Problem.BAD_ARGUMENT, one);
            }
            if (at > 0) {
                conditions.put(one.substring(0, at), one.substring(at + 1));
            }
        }
        return conditions;
    }

    @GetMapping(value = "/s/{store}/rows", params = "metric")
    @Access(Role.VIEWER)
    ModelAndView show(
            Screen reader,
            Store store,
            Asked asked,
            @RequestParam MultiValueMap<String, String> parameters) {
        Screen screen = reader.exactly();
        if (asked.number() < 1) {
            throw new RotinaException(Problem.BAD_ARGUMENT, asked.number());
        }
        requireDays(parameters);
        Metric metric = catalog.of(asked.metric());
        Map<String, String> where = conditions(parameters);
        Drill.Page rows =
                drill.rows(
                        store,
                        new Drill.Wish(
                                asked.metric(),
                                new Days(asked.from(), asked.to()),
                                where,
                                ROWS,
                                (asked.number() - 1) * ROWS));
        return screen.show(
                        "rows",
                        RowsView.of(
                                screen,
                                new RowsView.Figure(metric, asked, where, rows.total()),
                                parts(screen, store, metric, question(asked, metric, where)),
                                RowsView.rows(screen, catalog, rows)))
                .addObject("frame", frames.of(screen, metric.id()));
    }

    /** All of the rows as a file. */
    @GetMapping(value = "/s/{store}/rows/export", params = "metric")
    @Access(Role.VIEWER)
    void export(
            Screen reader,
            Store store,
            Asked asked,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "csv") String as,
            HttpServletResponse response)
            throws IOException {
        Screen screen = reader.exactly();
        requireDays(parameters);
        Metric metric = catalog.of(asked.metric());
        Map<String, String> where = conditions(parameters);
        Days days = new Days(asked.from(), asked.to());
        Drill.Page rows =
                drill.rows(store, new Drill.Wish(asked.metric(), days, where, RowsTable.MOST, 0));
        if (rows.count() > RowsTable.MOST) {
            throw new RotinaException(Problem.TOO_MANY_LINES, rows.count(), RowsTable.MOST);
        }
        RowsView view =
                RowsView.of(
                        screen,
                        new RowsView.Figure(metric, asked, where, rows.total()),
                        List.of(),
                        RowsView.rows(screen, catalog, rows));
        TableExport.send(
                new RowsTable(screen, catalog, rows).table(view.label(), notes(view, screen)),
                store.id() + "-" + metric.id() + "-" + asked.from() + "-" + asked.to(),
                as,
                response);
    }

    private List<String> notes(RowsView view, Screen screen) {
        String filter = view.filter() == null ? "" : " · " + view.filter();
        return List.of(
                screen.store().name(), view.days() + filter, frames.of(screen, view.metric()));
    }

    private static void requireDays(MultiValueMap<String, String> parameters) {
        for (String day : List.of("from", "to")) {
            if (!StringUtils.hasText(parameters.getFirst(day))) {
                throw new RotinaException(Problem.BAD_ARGUMENT, day);
            }
        }
    }

    /** The figures it is calculated from; none where it is counted itself. */
    private List<RowsView.Part> parts(Screen screen, Store store, Metric metric, Question whole) {
        if (metric.formula() == null) {
            return List.of();
        }
        List<Metric> parts =
                metric.formula().names().stream()
                        .map(name -> catalog.of(RowsView.named(store, name)))
                        .toList();
        List<String> ids = parts.stream().map(Metric::id).toList();
        Map<String, MetricValue> values =
                metrics.answer(store, new Question(ids, List.of(), whole.days(), whole.where()))
                        .total();
        return RowsView.parts(screen, parts, values);
    }

    private static Question question(Asked asked, Metric metric, Map<String, String> where) {
        return new Question(List.of(metric.id()), List.of(), days(asked, metric), where);
    }

    /** What stands for the last day, or for everything up to it, is made of those days' rows. */
    private static Days days(Asked asked, Metric metric) {
        return switch (metric.over()) {
            case SUM -> new Days(asked.from(), asked.to());
            case LAST -> Days.only(asked.to());
            case CUMULATIVE -> new Days(LocalDate.EPOCH, asked.to());
        };
    }
}
