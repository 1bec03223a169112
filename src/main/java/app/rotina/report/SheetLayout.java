package app.rotina.report;

import app.rotina.report.SheetColumn.Entered;
import app.rotina.report.SheetColumn.RatioOf;
import app.rotina.report.SheetColumn.RestOf;
import app.rotina.report.SheetColumn.SumOf;
import app.rotina.report.SheetFormula.Difference;
import app.rotina.report.SheetFormula.OrElse;
import app.rotina.report.SheetFormula.Quotient;
import app.rotina.report.SheetFormula.Rest;
import app.rotina.report.SheetFormula.SumOfAll;
import app.rotina.report.SheetFormula.SumOfAny;
import app.rotina.report.SheetFormula.SumOfKnown;
import app.rotina.report.SheetFormula.SumThrough;
import app.rotina.report.Spot.Area;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Where everything of a planning sheet stands, and which formula each computed cell has. */
final class SheetLayout {
    static final int TITLE_ROW = 0;
    static final int METRIC_ROW = 1;
    static final int HEADING_ROW = 2;
    static final int FIRST_DAY_ROW = 3;
    static final int DATE_COLUMN = 0;

    /** The columns of one metric, in their order. */
    enum Part {
        PLAN(0),
        ACTUAL(1),
        GAP(2),
        CUMULATIVE(3),
        PROJECTION(4);

        private final int offset;

        Part(int offset) {
            this.offset = offset;
        }
    }

    private final SheetModel model;

    SheetLayout(SheetModel model) {
        this.model = model;
    }

    int totalRow() {
        return FIRST_DAY_ROW + model.rows().size();
    }

    int noteColumn() {
        return column(model.columns().size(), Part.PLAN);
    }

    static int column(int metric, Part part) {
        return 1 + metric * Part.values().length + part.offset;
    }

    /** The plain figures of the sheet. */
    Map<Spot, BigDecimal> numbers() {
        Map<Spot, BigDecimal> numbers = new LinkedHashMap<>();
        for (int metric = 0; metric < model.columns().size(); metric++) {
            SheetColumn column = model.columns().get(metric);
            for (int day = 0; day < model.rows().size() && column.isEntered(); day++) {
                SheetFigure figure = model.rows().get(day).figure(column.metric());
                int decimals = model.decimals(column.unit());
                Spot plan = new Spot(column(metric, Part.PLAN), FIRST_DAY_ROW + day);
                Spot actual = new Spot(column(metric, Part.ACTUAL), FIRST_DAY_ROW + day);
                figure.plan()
                        .known()
                        .map(value -> value.setScale(decimals, RoundingMode.HALF_UP))
                        .ifPresent(value -> numbers.put(plan, value));
                figure.actual().known().ifPresent(value -> numbers.put(actual, value));
            }
        }
        return numbers;
    }

    /** The computed cells of the sheet. */
    Map<Spot, SheetFormula> formulas() {
        Map<Spot, SheetFormula> formulas = new LinkedHashMap<>();
        for (int metric = 0; metric < model.columns().size(); metric++) {
            for (Part part : Part.values()) {
                int column = column(metric, part);
                for (int row = FIRST_DAY_ROW; row < totalRow(); row++) {
                    Spot spot = new Spot(column, row);
                    day(metric, part, row).ifPresent(formula -> formulas.put(spot, formula));
                }
                Spot total = new Spot(column, totalRow());
                total(metric, part).ifPresent(formula -> formulas.put(total, formula));
            }
        }
        return formulas;
    }

    private Optional<SheetFormula> day(int metric, Part part, int row) {
        return switch (part) {
            case PLAN, ACTUAL -> made(metric, part, row);
            case GAP -> Optional.of(gap(metric, row));
            case CUMULATIVE ->
                    made(metric, part, row)
                            .or(() -> Optional.of(new SumThrough(days(metric, Part.ACTUAL, row))));
            case PROJECTION ->
                    made(metric, part, row).or(() -> Optional.of(projection(metric, row)));
        };
    }

    private Optional<SheetFormula> total(int metric, Part part) {
        boolean ratio = model.columns().get(metric).source() instanceof RatioOf;
        Area days = days(metric, part, totalRow() - 1);
        return switch (part) {
            case PLAN, ACTUAL ->
                    ratio ? made(metric, part, totalRow()) : Optional.of(new SumOfKnown(days));
            case GAP -> Optional.of(ratio ? gap(metric, totalRow()) : new SumOfKnown(days));
            case CUMULATIVE -> Optional.empty();
            case PROJECTION ->
                    ratio ? made(metric, part, totalRow()) : Optional.of(new SumThrough(days));
        };
    }

    /** The cell from the same cells of the columns it is made of; empty for an entered metric. */
    private Optional<SheetFormula> made(int metric, Part part, int row) {
        IntFunction<Spot> cell = of -> new Spot(column(of, part), row);
        return switch (model.columns().get(metric).source()) {
            case Entered() -> Optional.empty();
            case SumOf(List<String> metrics, boolean evenInPart) ->
                    Optional.of(
                            sum(indexes(metrics).stream().map(cell::apply).toList(), evenInPart));
            case RestOf(String whole, List<String> less) ->
                    Optional.of(
                            new Rest(
                                    cell.apply(indexes(List.of(whole)).getFirst()),
                                    indexes(less).stream().map(cell::apply).toList()));
            case RatioOf ratio ->
                    Optional.of(
                            new Quotient(
                                    indexes(ratio.numerators()).stream().map(cell::apply).toList(),
                                    indexes(ratio.denominators()).stream()
                                            .map(cell::apply)
                                            .toList(),
                                    row == totalRow() ? alike(ratio, part) : List.of()));
        };
    }

    private static SheetFormula sum(List<Spot> parts, boolean evenInPart) {
        return evenInPart ? new SumOfAny(parts) : new SumOfAll(parts);
    }

    /** A ratio of totals holds only if all of its parts are known on the same days. */
    private List<Area> alike(RatioOf ratio, Part part) {
        return indexes(ratio.parts()).stream()
                .map(metric -> days(metric, part, totalRow() - 1))
                .toList();
    }

    private SheetFormula gap(int metric, int row) {
        return new Difference(
                new Spot(column(metric, Part.ACTUAL), row),
                new Spot(column(metric, Part.PLAN), row));
    }

    private SheetFormula projection(int metric, int row) {
        SheetColumn column = model.columns().get(metric);
        Optional<BigDecimal> expected =
                model.rows()
                        .get(row - FIRST_DAY_ROW)
                        .figure(column.metric())
                        .expected()
                        .known()
                        .map(value -> value.setScale(4, RoundingMode.HALF_UP));
        return new OrElse(new Spot(column(metric, Part.ACTUAL), row), expected);
    }

    private static Area days(int metric, Part part, int lastRow) {
        return new Area(column(metric, part), FIRST_DAY_ROW, lastRow);
    }

    private List<Integer> indexes(List<String> metrics) {
        List<String> all = model.columns().stream().map(SheetColumn::metric).toList();
        return metrics.stream().map(all::indexOf).toList();
    }
}
