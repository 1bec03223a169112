package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.Outlook;
import app.rotina.web.MonthCurve.Point;
import app.rotina.web.MonthCurve.Row;
import app.rotina.web.MonthCurve.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a month's running sums. */
record MonthDrawing(
        MonthStanding month, Map<LocalDate, BigDecimal> expected, Metric metric, Figures figures) {

    MonthCurve draw() {
        List<Point> actual = new ArrayList<>();
        List<Point> plan = new ArrayList<>();
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal planned = BigDecimal.ZERO;
        for (int i = 0; i < days().size(); i++) {
            MonthDay day = days().get(i);
            if (day.target().known().isPresent()) {
                planned = planned.add(day.target().known().get());
                plan.add(point(i, planned));
            }
            if (day.actual().known().isPresent()) {
                done = done.add(day.actual().known().get());
                actual.add(point(i, done));
            }
        }
        return new MonthCurve(
                path(plan),
                path(actual),
                area(actual),
                path(way(month.projection(), actual)),
                band(actual),
                actual.isEmpty() ? null : actual.getLast(),
                heights(),
                ticks(),
                days().stream().map(this::row).toList());
    }

    private List<MonthDay> days() {
        return month.days();
    }

    private BigDecimal top() {
        BigDecimal done = BigDecimal.ONE;
        BigDecimal planned = BigDecimal.ZERO;
        for (MonthDay day : days()) {
            done = done.add(day.actual().known().orElse(BigDecimal.ZERO));
            planned = planned.add(day.target().known().orElse(BigDecimal.ZERO));
        }
        Outlook outlook = month.outlook();
        BigDecimal projected =
                outlook.high().known().or(outlook.projection()::known).orElse(BigDecimal.ZERO);
        return done.max(planned).max(projected).multiply(new BigDecimal("1.06"));
    }

    private Point point(int day, BigDecimal sum) {
        BigDecimal height =
                BigDecimal.valueOf(100)
                        .subtract(
                                sum.max(BigDecimal.ZERO)
                                        .multiply(BigDecimal.valueOf(100))
                                        .divide(top(), MathContext.DECIMAL64));
        return new Point(across(day), rounded(height));
    }

    private BigDecimal across(int day) {
        return rounded(
                BigDecimal.valueOf(100L * day)
                        .divide(
                                BigDecimal.valueOf(Math.max(1, days().size() - 1)),
                                MathContext.DECIMAL64));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
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

    /** From the last known day to an end, in the steps that its days are expected to make. */
    private List<Point> way(MetricValue end, List<Point> actual) {
        if (end.known().isEmpty()) {
            return List.of();
        }
        BigDecimal start = month.toDate().known().orElse(BigDecimal.ZERO);
        BigDecimal open = end.known().get().subtract(start);
        BigDecimal all = sum(expected.values());
        List<Point> way = new ArrayList<>(actual.isEmpty() ? List.of() : List.of(actual.getLast()));
        if (all.signum() <= 0) {
            way.add(point(days().size() - 1, start.add(open)));
            return way.size() < 2 || open.signum() == 0 ? List.of() : way;
        }
        BigDecimal done = BigDecimal.ZERO;
        for (int i = 0; i < days().size(); i++) {
            @Nullable BigDecimal step = expected.get(days().get(i).date());
            if (step != null) {
                done = done.add(step);
                BigDecimal part = done.divide(all, MathContext.DECIMAL64);
                way.add(point(i, start.add(open.multiply(part))));
            }
        }
        return way;
    }

    private String band(List<Point> actual) {
        List<Point> low = way(month.outlook().low(), actual);
        List<Point> high = way(month.outlook().high(), actual);
        if (low.isEmpty() || high.isEmpty()) {
            return "";
        }
        List<Point> around = new ArrayList<>(high);
        around.addAll(low.reversed());
        return path(around) + "Z";
    }

    private static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Tick> heights() {
        BigDecimal goal =
                month.goal().known().orElseGet(() -> top().multiply(new BigDecimal("0.9")));
        return List.of(height(goal), height(goal.divide(BigDecimal.TWO, MathContext.DECIMAL64)));
    }

    private Tick height(BigDecimal value) {
        String label =
                metric.unit() == Unit.MONEY
                        ? figures.words().shortMoney(value, figures.currency())
                        : figures.text(value, metric.unit());
        return new Tick(point(0, value).y(), label);
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int day = 0; day < days().size(); day += 7) {
            ticks.add(new Tick(across(day), String.valueOf(day + 1)));
        }
        return ticks;
    }

    private Row row(MonthDay day) {
        return new Row(
                figures.words().shortDay(day.date()),
                figures.value(day.target(), metric.unit()),
                figures.value(day.actual(), metric.unit()),
                gap(day));
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
