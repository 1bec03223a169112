package app.rotina.web;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.report.PlanKey;
import app.rotina.report.SheetColumn;
import app.rotina.report.SheetGrid;
import app.rotina.report.SheetModel;
import app.rotina.report.SheetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A month's planning sheet as a grid: days down, metrics across.
 *
 * @param base tells this plan from every other, to notice that somebody else changed it
 * @param full true where each metric has all the columns of the workbook
 * @param keepsMonth whether the month's goals are to stay as days change
 */
record PlanGridView(
        YearMonth month,
        String title,
        String base,
        boolean full,
        boolean keepsMonth,
        boolean editable,
        List<Column> columns,
        List<Line> lines,
        Line total) {
    /** Stands for the day in the names of the month's cells. */
    static final String TOTAL = "month";

    /**
     * A metric.
     *
     * @param unit its sign, such as R$; empty: a plain number
     * @param entered false: it follows from other columns
     * @param goal true where the month has a goal for it
     */
    record Column(String id, String label, String unit, boolean entered, boolean goal) {}

    /** A day, or the month. */
    record Line(String label, boolean closed, List<Cell> cells) {}

    /**
     * One metric on one day.
     *
     * @param id names its field, and itself in what the server answers
     * @param typed what stands in its field; of a locked cell what it holds
     * @param was what stood there before anybody typed
     * @param open whether it can be edited
     * @param pinned set by hand
     * @param name the metric and the day in words
     */
    record Cell(
            String id,
            String typed,
            String was,
            boolean open,
            boolean pinned,
            String name,
            String actual,
            String gap,
            String cumulative,
            String projection) {}

    /** Draws a sheet. */
    record Drawing(SheetModel model, List<MonthGoal> plan, LocalDate openFrom, Screen screen) {

        PlanGridView draw(String base, Map<String, String> asked) {
            SheetGrid grid = SheetGrid.of(model);
            Set<String> pinned = pinned();
            List<Line> lines = new ArrayList<>();
            for (int day = 0; day < model.rows().size(); day++) {
                lines.add(line(grid.lines().get(day), model.rows().get(day), pinned, asked));
            }
            return new PlanGridView(
                    model.month(),
                    screen.words().month(model.month()),
                    base,
                    "all".equals(asked.get("show")),
                    !"sum".equals(asked.get("goal")),
                    screen.mayManage() && lines.stream().anyMatch(line -> !line.closed()),
                    model.columns().stream().map(this::column).toList(),
                    lines,
                    total(grid, asked, lines.stream().anyMatch(line -> !line.closed())));
        }

        private Set<String> pinned() {
            Set<String> pinned = new HashSet<>();
            for (MonthGoal goal : plan) {
                goal.days().stream()
                        .filter(DayTarget::pinned)
                        .forEach(day -> pinned.add(PlanKey.of(goal) + ":" + day.date()));
            }
            return pinned;
        }

        private Column column(SheetColumn column) {
            String currency = model.currency().getSymbol(screen.words().locale());
            return new Column(
                    column.metric(),
                    column.label(),
                    column.unit() == SheetColumn.Unit.MONEY ? currency : "",
                    column.isEntered(),
                    hasGoal(column));
        }

        private boolean hasGoal(SheetColumn column) {
            return column.isEntered()
                    && plan.stream()
                            .anyMatch(goal -> PlanKey.of(goal).toString().equals(column.metric()));
        }

        private Line line(
                SheetGrid.Line line, SheetRow row, Set<String> pinned, Map<String, String> asked) {
            boolean closed = row.date().isBefore(openFrom);
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < model.columns().size(); i++) {
                SheetColumn column = model.columns().get(i);
                String id = PlanTyping.field(column, row);
                boolean open = column.isEntered() && !closed && screen.mayManage();
                cells.add(
                        cell(
                                column,
                                line.cells().get(i),
                                new Place(
                                        id,
                                        open,
                                        pinned.contains(id),
                                        Optional.ofNullable(asked.get(id)).filter(any -> open),
                                        screen.words().shortDay(row.date()))));
            }
            return new Line(screen.words().weekday(row.date()), closed, cells);
        }

        private Line total(SheetGrid grid, Map<String, String> asked, boolean running) {
            String label = screen.say("report.sheet.total");
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < model.columns().size(); i++) {
                SheetColumn column = model.columns().get(i);
                String id = PlanTyping.field(column);
                boolean open = running && screen.mayManage() && hasGoal(column);
                cells.add(
                        cell(
                                column,
                                grid.total().get(i),
                                new Place(
                                        id,
                                        open,
                                        false,
                                        Optional.ofNullable(asked.get(id)).filter(any -> open),
                                        label)));
            }
            return new Line(label, true, cells);
        }

        private record Place(
                String id, boolean open, boolean pinned, Optional<String> typed, String day) {}

        private Cell cell(SheetColumn column, SheetGrid.Cell cell, Place place) {
            PlanFigures figures = new PlanFigures(screen.words(), model);
            String was = figures.text(column, cell.plan());
            return new Cell(
                    place.id(),
                    place.typed().orElse(was),
                    was,
                    place.open(),
                    place.pinned(),
                    screen.say("sheet.cell", column.label(), place.day()),
                    text(figures, column, cell.actual()),
                    text(figures, column, cell.gap()),
                    text(figures, column, cell.cumulative()),
                    text(figures, column, cell.projection()));
        }

        private static String text(
                PlanFigures figures, SheetColumn column, Optional<BigDecimal> value) {
            return figures.text(column, value);
        }
    }
}
