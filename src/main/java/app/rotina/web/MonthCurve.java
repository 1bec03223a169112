package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MonthDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The month as two running sums, plan and actual, on a field of 100 × 100, and the same as a table.
 *
 * @param plan the path of the running target; empty: no goal
 * @param actual the path of the running result up to the day
 * @param area the same, closed to the ground
 * @param heading from the day to the projected end; empty: nothing is projected
 * @param now where the day stands; absence: nothing is known of the month yet
 */
record MonthCurve(
        String plan,
        String actual,
        String area,
        String heading,
        @Nullable Point now,
        List<Tick> heights,
        List<Tick> days,
        List<Row> rows) {

    /** A place on the field, from its left and top. */
    record Point(BigDecimal x, BigDecimal y) {
        @Override
        public String toString() {
            return x.toPlainString() + " " + y.toPlainString();
        }
    }

    /** A mark on an edge of the field. */
    record Tick(BigDecimal at, String label) {}

    /** One day of the table. */
    record Row(String day, Shown target, Shown actual, Shown gap) {}

    static MonthCurve of(DailyClose close, Metric metric, Figures figures) {
        return new Drawing(close, metric, figures).draw();
    }

    private record Drawing(DailyClose close, Metric metric, Figures figures) {

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
                    heading(actual),
                    actual.isEmpty() ? null : actual.getLast(),
                    heights(),
                    ticks(),
                    days().stream().map(this::row).toList());
        }

        private List<MonthDay> days() {
            return close.month().days();
        }

        private BigDecimal top() {
            BigDecimal done = BigDecimal.ONE;
            BigDecimal planned = BigDecimal.ZERO;
            for (MonthDay day : days()) {
                done = done.add(day.actual().known().orElse(BigDecimal.ZERO));
                planned = planned.add(day.target().known().orElse(BigDecimal.ZERO));
            }
            BigDecimal projected = close.month().projection().known().orElse(BigDecimal.ZERO);
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

        private String heading(List<Point> actual) {
            if (actual.isEmpty() || close.month().projection().known().isEmpty()) {
                return "";
            }
            BigDecimal end = close.month().projection().known().get();
            return path(List.of(actual.getLast(), point(days().size() - 1, end)));
        }

        private List<Tick> heights() {
            BigDecimal goal = close.month().goal().known().orElse(top());
            return List.of(
                    height(goal), height(goal.divide(BigDecimal.TWO, MathContext.DECIMAL64)));
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
}
