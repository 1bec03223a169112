package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.MonthShape;
import app.rotina.report.MonthShape.Point;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.web.MonthCurve.Row;
import app.rotina.web.MonthCurve.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a month's running sums. */
record MonthDrawing(
        MonthStanding month, Map<LocalDate, BigDecimal> expected, Metric metric, Figures figures) {

    MonthCurve draw() {
        List<Point> actual = shape().actual();
        List<Point> band = shape().band();
        return new MonthCurve(
                path(shape().plan()),
                path(actual),
                area(actual),
                path(shape().heading()),
                band.isEmpty() ? "" : path(band) + "Z",
                actual.isEmpty() ? null : actual.getLast(),
                heights(),
                ticks(),
                rows());
    }

    private MonthShape shape() {
        return new MonthShape(month, expected);
    }

    private List<MonthDay> days() {
        return month.days();
    }

    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(point);
        }
        return path.toString();
    }

    private static String area(List<Point> points) {
        return points.isEmpty()
                ? ""
                : path(points)
                        + String.format(
                                Locale.ROOT,
                                "L%s 100L%s 100Z",
                                points.getLast().x().toPlainString(),
                                points.getFirst().x().toPlainString());
    }

    private List<Tick> heights() {
        BigDecimal goal =
                month.goal().known().orElseGet(() -> shape().top().multiply(new BigDecimal("0.9")));
        return List.of(height(goal), height(goal.divide(BigDecimal.TWO, MathContext.DECIMAL64)));
    }

    private Tick height(BigDecimal value) {
        String label =
                metric.unit() == Unit.MONEY
                        ? figures.words().shortMoney(value, figures.currency())
                        : figures.text(value, metric.unit());
        return new Tick(shape().point(0, value).y(), label);
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int day = 0; day < days().size(); day += 7) {
            ticks.add(new Tick(shape().across(day), String.valueOf(day + 1)));
        }
        return ticks;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Map<Integer, BigDecimal> reached = shape().reached();
        Map<Integer, BigDecimal> planned = shape().planned();
        Map<Integer, BigDecimal> ahead = shape().ahead();
        for (int at = 0; at < days().size(); at++) {
            MonthDay day = days().get(at);
            rows.add(
                    new Row(
                            day.date(),
                            figures.words().shortDay(day.date()),
                            sum(reached.get(at), day.actual()),
                            sum(planned.get(at), day.target()),
                            sum(ahead.get(at), month.projection()),
                            figures.value(day.target(), metric.unit()),
                            figures.value(day.actual(), metric.unit()),
                            gap(day)));
        }
        return rows;
    }

    /**
     * @param instead says why there is no sum
     */
    private Shown sum(@Nullable BigDecimal sum, MetricValue instead) {
        return figures.value(
                sum == null
                        ? MetricValue.missing(instead.missing().orElse("not_yet"))
                        : MetricValue.known(sum),
                metric.unit());
    }

    private Shown gap(MonthDay day) {
        return day.actual()
                .known()
                .flatMap(done -> day.target().known().map(done::subtract))
                .map(gap -> figures.difference(MetricValue.known(gap), metric))
                .orElseGet(() -> figures.value(missing(day), metric.unit()));
    }

    private static MetricValue missing(MonthDay day) {
        return day.actual().missing().isPresent() ? day.actual() : day.target();
    }
}
