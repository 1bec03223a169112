package app.rotina.report;

import app.rotina.report.SheetLayout.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A planning sheet's figures with all its formulas worked out, in the order of its columns.
 *
 * @param lines one for each day of the month
 */
public record SheetGrid(List<SheetColumn> columns, List<Line> lines, List<Cell> total) {

    /** A day, with a cell for each column. */
    public record Line(LocalDate date, List<Cell> cells) {}

    /** One metric on one day, or in the month; each is empty where it is missing. */
    public record Cell(
            Optional<BigDecimal> plan,
            Optional<BigDecimal> actual,
            Optional<BigDecimal> gap,
            Optional<BigDecimal> cumulative,
            Optional<BigDecimal> projection) {}

    public static SheetGrid of(SheetModel model) {
        SheetLayout layout = new SheetLayout(model);
        SheetCells cells = new SheetCells(layout);
        return new SheetGrid(
                model.columns(),
                IntStream.range(0, model.rows().size())
                        .mapToObj(day ->
                                new Line(
                                        model.rows().get(day).date(),
                                        line(model, cells, SheetLayout.FIRST_DAY_ROW + day)))
                        .toList(),
                line(model, cells, layout.totalRow()));
    }

    private static List<Cell> line(SheetModel model, SheetCells cells, int row) {
        return IntStream.range(0, model.columns().size())
                .mapToObj(metric ->
                        new Cell(
                                at(cells, metric, Part.PLAN, row),
                                at(cells, metric, Part.ACTUAL, row),
                                at(cells, metric, Part.GAP, row),
                                at(cells, metric, Part.CUMULATIVE, row),
                                at(cells, metric, Part.PROJECTION, row)))
                .toList();
    }

    private static Optional<BigDecimal> at(SheetCells cells, int metric, Part part, int row) {
        return cells.at(new Spot(SheetLayout.column(metric, part), row));
    }
}
