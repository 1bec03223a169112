package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.report.MonthShape.Point;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Curve;
import app.rotina.report.Paper.Mark;
import app.rotina.routine.DailyClose.MonthStanding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The month's curve against its goal, and where it is heading. */
record MonthPicture(Telling telling) {
    private static final int WEEK = 7;

    /** Empty where nothing is known of the month and no goal is set. */
    Optional<Curve> curve() {
        MonthStanding standing = telling.report().month().standing();
        MonthShape shape = new MonthShape(standing, Map.of());
        List<Point> actual = shape.actual();
        List<Point> plan = shape.plan();
        if (actual.isEmpty() && plan.isEmpty()) {
            return Optional.empty();
        }
        boolean over = new MonthBlock(telling).isOver();
        List<Point> heading = over ? List.of() : shape.heading();
        List<Point> band = over ? List.of() : shape.band();
        String name = telling.formats().month(telling.report().month().month());
        return Optional.of(
                new Curve(
                        telling.say(plan.isEmpty() ? "curve.alone" : "curve.title", name),
                        summary(name, standing, over),
                        table(name, shape, over),
                        keys(plan, heading, band),
                        plan,
                        actual,
                        heading,
                        band,
                        heights(shape, standing),
                        days(shape, standing)));
    }

    private String summary(String name, MonthStanding standing, boolean over) {
        String goal = standing.goal().known().isPresent() ? "goal" : "none";
        String end = over || standing.projection().known().isEmpty() ? "none" : "projected";
        return telling.say(
                "curve.says",
                name,
                telling.cell(standing.toDate()).text(),
                goal,
                telling.cell(standing.goal()).text(),
                end,
                telling.cell(standing.projection()).text());
    }

    /** At the ends of weeks, on the last known day and at the end of the month. */
    private Paper.Grid table(String name, MonthShape shape, boolean over) {
        SortedMap<Integer, BigDecimal> reached = shape.reached();
        SortedMap<Integer, BigDecimal> ahead = over ? new TreeMap<>() : shape.ahead();
        int last = shape.month().days().size() - 1;
        List<Paper.Row> rows =
                IntStream.rangeClosed(0, last)
                        .filter(day ->
                                day % WEEK == WEEK - 1
                                        || day == last
                                        || (!reached.isEmpty() && day == reached.lastKey()))
                        .mapToObj(day ->
                                row(
                                        shape.month().days().get(day).date(),
                                        reached.get(day),
                                        shape.planned().get(day),
                                        ahead.get(day)))
                        .toList();
        return new Paper.Grid(
                        name,
                        List.of(
                                "",
                                telling.say("curve.actual"),
                                telling.say("curve.plan"),
                                telling.say("curve.heading")),
                        rows,
                        "")
                .filled();
    }

    private Paper.Row row(LocalDate day, @Nullable BigDecimal... sums) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.plain(telling.formats().date(day))));
        for (@Nullable BigDecimal sum : sums) {
            cells.add(cell(sum));
        }
        return new Paper.Row(false, cells);
    }

    private Cell cell(@Nullable BigDecimal sum) {
        return sum == null
                ? telling.cell(MetricValue.missing("not_yet"))
                : telling.cell(MetricValue.known(sum));
    }

    private List<Paper.Key> keys(List<Point> plan, List<Point> heading, List<Point> band) {
        List<Paper.Key> keys = new ArrayList<>(List.of(key("actual")));
        if (!plan.isEmpty()) {
            keys.add(key("plan"));
        }
        if (!heading.isEmpty()) {
            keys.add(key("heading"));
        }
        if (!band.isEmpty()) {
            keys.add(key("band"));
        }
        return keys;
    }

    private Paper.Key key(String line) {
        return new Paper.Key(line, telling.say("curve." + line));
    }

    /** The goal, or what comes near the top, and its half. */
    private List<Mark> heights(MonthShape shape, MonthStanding standing) {
        BigDecimal goal =
                standing.goal()
                        .known()
                        .orElseGet(() -> shape.top().multiply(new BigDecimal("0.9")));
        return List.of(
                height(shape, goal),
                height(shape, goal.divide(BigDecimal.TWO, MathContext.DECIMAL64)));
    }

    private Mark height(MonthShape shape, BigDecimal value) {
        return new Mark(
                shape.point(0, value).y(),
                telling.unit() == Metric.Unit.MONEY
                        ? telling.formats().shortMoney(value, telling.report().store().currency())
                        : telling.text(value));
    }

    private static List<Mark> days(MonthShape shape, MonthStanding standing) {
        return IntStream.range(0, standing.days().size())
                .filter(day -> day % WEEK == 0)
                .mapToObj(day -> new Mark(shape.across(day), String.valueOf(day + 1)))
                .toList();
    }
}
