package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Column;
import app.rotina.report.Paper.Columns;
import app.rotina.report.Paper.Grid;
import app.rotina.report.Paper.Row;
import app.rotina.report.Report.DayLine;
import app.rotina.report.Report.Headline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The days of a period as a table and as a picture. */
record DayGrids(Telling telling) {

    /** Each day against its target; the last line is the period. */
    Optional<Grid> days() {
        List<DayLine> days = telling.report().days();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        List<String> heads = new ArrayList<>();
        heads.add(telling.say("days.title"));
        heads.add(telling.label(telling.report().headline().metric()));
        heads.add(telling.say("column.target"));
        heads.add(telling.say("column.gap"));
        telling.report().dayMetrics().forEach(metric -> heads.add(telling.label(metric)));
        List<Row> rows = new ArrayList<>();
        days.forEach(day -> rows.add(day(day)));
        rows.add(wholePeriod());
        return Optional.of(new Grid(telling.say("days.title"), heads, rows, extremes()).filled());
    }

    private Row day(DayLine day) {
        String metric = telling.report().headline().metric();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.plain(telling.formats().shortDay(day.date())));
        cells.add(
                telling.cell(day.value())
                        .toRows(Telling.rows(metric, Days.only(day.date()), Map.of())));
        cells.add(telling.cell(day.target()));
        cells.add(telling.gap(day.value(), day.target()));
        addFigures(cells, day.figures());
        return new Row(false, cells);
    }

    private void addFigures(List<Cell> cells, List<MetricValue> figures) {
        List<String> metrics = telling.report().dayMetrics();
        for (int i = 0; i < metrics.size(); i++) {
            cells.add(telling.cell(figures.get(i), telling.catalog().of(metrics.get(i)).unit()));
        }
    }

    private Row wholePeriod() {
        Headline headline = telling.report().headline();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.plain(telling.say("total")));
        cells.add(telling.cell(headline.value()));
        cells.add(telling.cell(headline.target()));
        cells.add(telling.gap(headline.value(), headline.target()));
        addFigures(cells, telling.report().dayMetrics().stream().map(this::line).toList());
        return new Row(true, cells);
    }

    private MetricValue line(String metric) {
        return telling.report().lines().stream()
                .filter(each -> each.metric().equals(metric))
                .map(Report.Line::value)
                .findFirst()
                .orElse(MetricValue.missing("no_source"));
    }

    /** The best and the worst day: against target where there are targets, else by amount. */
    String extremes() {
        List<DayLine> known =
                telling.report().days().stream()
                        .filter(day -> day.value().known().isPresent())
                        .sorted(Comparator.comparing(this::merit))
                        .toList();
        if (known.size() < 2) {
            return "";
        }
        return telling.say("days.extremes", told(known.getLast()), told(known.getFirst()));
    }

    private BigDecimal merit(DayLine day) {
        boolean goals =
                telling.report().days().stream()
                        .allMatch(each -> each.target().known().isPresent());
        MetricValue merit = goals ? ReportLines.minus(day.value(), day.target()) : day.value();
        return merit.known().orElse(BigDecimal.ZERO);
    }

    private String told(DayLine day) {
        MetricValue gap = ReportLines.minus(day.value(), day.target());
        String amount = telling.text(day.value().known().orElse(BigDecimal.ZERO));
        String name = telling.formats().shortDay(day.date());
        return gap.known()
                .map(known -> telling.say("days.with_gap", name, amount, telling.signed(known)))
                .orElseGet(() -> telling.say("days.without_gap", name, amount));
    }

    /** The days as a picture. */
    Optional<Columns> picture() {
        List<DayLine> days = telling.report().days();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> amounts =
                days.stream()
                        .flatMap(day -> Stream.of(day.value(), day.target()))
                        .flatMap(value -> value.known().stream())
                        .toList();
        Scale scale = new Scale(BigDecimal.ZERO, Scale.over(amounts).high());
        return Optional.of(
                new Columns(
                        telling.say("days.picture"),
                        extremes(),
                        days.stream().map(day -> column(day, scale)).toList()));
    }

    private Column column(DayLine day, Scale scale) {
        BigDecimal value = day.value().known().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
        BigDecimal target = day.target().known().orElse(BigDecimal.ZERO);
        int sign =
                ReportLines.minus(day.value(), day.target())
                        .known()
                        .map(BigDecimal::signum)
                        .orElse(0);
        return new Column(
                String.valueOf(day.date().getDayOfMonth()),
                day.target().known().isEmpty() ? Cell.EVEN : Telling.tone(sign >= 0 ? 1 : -1, true),
                scale.at(value),
                scale.at(target));
    }
}
