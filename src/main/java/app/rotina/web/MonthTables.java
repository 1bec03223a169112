package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.metrics.Metric;
import app.rotina.report.FigureTable;
import app.rotina.report.FigureTable.Column;
import app.rotina.report.FigureTable.Line;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.MonthAccount.Part;
import app.rotina.routine.MonthAccount.Week;
import java.util.ArrayList;
import java.util.List;

/**
 * A month as tables that leave its page.
 *
 * @param frame what the figures mean
 */
record MonthTables(MonthAccount account, Metric metric, Screen screen, String frame) {
    private static final List<String> FIGURES =
            List.of("web.actual", "web.month.projection", "web.goals.value", "month.gap");

    /**
     * One of the tables.
     *
     * @param of {@code days}, {@code weeks} or {@code channels}
     */
    FigureTable table(String of) {
        return switch (of) {
            case "days" ->
                    table(
                            "web.day",
                            List.of("web.target", "web.actual", "web.gap"),
                            account.standing().days().stream().map(MonthTables::day).toList(),
                            List.of(goal(), toDate(), MetricValue.missing("no_dimension")));
            case "weeks" ->
                    table(
                            "month.week",
                            FIGURES,
                            account.weeks().stream().map(this::week).toList(),
                            whole());
            case "channels" ->
                    table(
                            "web.goals.channel",
                            FIGURES,
                            account.channels().stream().map(this::channel).toList(),
                            whole());
            default -> throw new RotinaException(Problem.NOT_FOUND, of);
        };
    }

    private static Line day(MonthDay day) {
        return new Line(
                day.date().toString(),
                List.of(day.target(), day.actual(), less(day.actual(), day.target())));
    }

    private Line week(Week week) {
        return new Line(
                MonthView.said(week.days(), screen.words()),
                List.of(
                        week.actual(),
                        week.projection(),
                        week.target(),
                        less(week.projection(), week.target())));
    }

    private Line channel(Part part) {
        return new Line(
                MonthLine.name(part, screen.words()),
                List.of(
                        part.toDate(),
                        part.projection(),
                        part.goal(),
                        less(part.projection(), part.goal())));
    }

    private List<MetricValue> whole() {
        MetricValue end = account.outlook().outlook().projection();
        return List.of(toDate(), end, goal(), less(end, goal()));
    }

    private MetricValue toDate() {
        return account.outlook().toDate();
    }

    private MetricValue goal() {
        return account.outlook().goal();
    }

    private static MetricValue less(MetricValue one, MetricValue other) {
        return one.known()
                .flatMap(left -> other.known().map(left::subtract))
                .map(MetricValue::known)
                .orElse(one.known().isPresent() ? other : one);
    }

    private FigureTable table(
            String heading, List<String> labels, List<Line> lines, List<MetricValue> whole) {
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < labels.size(); at++) {
            int column = at;
            List<MetricValue> parts =
                    lines.stream().map(line -> line.values().get(column)).toList();
            columns.add(
                    new Column(
                            screen.say(labels.get(at)),
                            metric.unit(),
                            FigureTable.summing(parts, whole.get(at))));
        }
        String label = metric.label(screen.words().texts());
        return new FigureTable(
                label + " · " + screen.words().month(account.outlook().month()),
                List.of(screen.store().name(), frame),
                screen.say(heading),
                columns,
                lines,
                new Line(screen.say("month.whole"), whole),
                screen.store().currency(),
                screen.words().locale());
    }
}
