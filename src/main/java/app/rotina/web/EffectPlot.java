package app.rotina.web;

import app.rotina.insight.effect.Finding.Measured;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.ActionEffect;
import app.rotina.routine.ActionEffect.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Actual figures before and during an action, and what was to be expected during it, on a field of
 * 100 × 100, and the same as a table.
 *
 * @param actual the path of the figures
 * @param expected the path of what was to be expected
 * @param band the area in which single periods of such days lie
 * @param begin where the action begins, from the left
 */
record EffectPlot(
        String label,
        String actual,
        String expected,
        String band,
        BigDecimal begin,
        List<Tick> heights,
        List<Tick> days,
        List<Row> rows) {

    /** A mark on an edge of the field. */
    record Tick(BigDecimal at, String label) {}

    /** A day or week of the table. */
    record Row(String day, String actual, String expected) {}

    static EffectPlot of(ActionEffect effect, Measured measured, Metric metric, Screen screen) {
        return new Drawing(effect.course(), measured, metric, screen).draw();
    }

    private record Drawing(List<Period> course, Measured measured, Metric metric, Screen screen) {

        EffectPlot draw() {
            List<String> actual = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            List<String> upper = new ArrayList<>();
            List<String> lower = new ArrayList<>();
            for (int i = 0; i < course.size(); i++) {
                Period period = course.get(i);
                actual.add(point(i, period.actual()));
                if (period.expected().isPresent()) {
                    double middle = period.expected().getAsDouble();
                    expected.add(point(i, middle));
                    upper.add(point(i, middle + measured.spread()));
                    lower.add(point(i, middle - measured.spread()));
                }
            }
            Collections.reverse(lower);
            upper.addAll(lower);
            return new EffectPlot(
                    label(),
                    path(actual),
                    path(expected),
                    path(upper) + "Z",
                    percent(across(course.size() - expected.size())),
                    heights(),
                    days(),
                    course.stream().map(this::row).toList());
        }

        private String label() {
            return screen.say(
                    "web.actions.chart",
                    metric.label(screen.words().texts()),
                    screen.words().shortDay(course.getFirst().days().from()),
                    screen.words().shortDay(course.getLast().days().to()));
        }

        private static String path(List<String> points) {
            return points.isEmpty() ? "" : "M" + String.join("L", points);
        }

        private String point(int at, double value) {
            return String.format(Locale.ROOT, "%.2f %.2f", across(at), height(value));
        }

        private double across(int at) {
            return 100.0 * at / Math.max(1, course.size() - 1);
        }

        private double height(double value) {
            return Math.clamp(100 * (1 - value / top()), 0, 100);
        }

        private double top() {
            return 1.06
                    * course.stream()
                            .mapToDouble(period ->
                                    Math.max(
                                            period.actual(),
                                            period.expected().orElse(0) + measured.spread()))
                            .max()
                            .orElse(1);
        }

        private List<Tick> heights() {
            return List.of(tick(top() / 1.06), tick(top() / 2.12));
        }

        private Tick tick(double value) {
            BigDecimal amount = BigDecimal.valueOf(value);
            String text =
                    metric.unit() == Unit.MONEY
                            ? screen.words().shortMoney(amount, screen.store().currency())
                            : screen.figures().text(amount, metric.unit());
            return new Tick(percent(height(value)), text);
        }

        private List<Tick> days() {
            int step = Math.max(1, (course.size() + 2) / 3);
            List<Tick> days = new ArrayList<>();
            for (int i = 0; i < course.size() - step / 2; i += step) {
                days.add(
                        new Tick(
                                percent(across(i)),
                                screen.words().date(course.get(i).days().from())));
            }
            return days;
        }

        private static BigDecimal percent(double value) {
            return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        }

        private Row row(Period period) {
            return new Row(
                    screen.words().shortDay(period.days().from()),
                    text(period.actual()),
                    period.expected().isPresent() ? text(period.expected().getAsDouble()) : "");
        }

        private String text(double value) {
            return screen.figures().text(BigDecimal.valueOf(value), metric.unit());
        }
    }
}
