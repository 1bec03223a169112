package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet being filled row by row: words, figures and live formulas. */
final class ReportLeaf {
    private static final String HEADING = "E8EEF4";
    private static final int LABEL_WIDTH = 34;
    private static final int FIGURE_WIDTH = 15;
    private static final int TITLE_SIZE = 14;
    private static final int LONGEST_NAME = 31;

    private final String moneyFormat;
    private final String dateFormat;
    private final Map<Spot, String> words = new LinkedHashMap<>();
    private final Map<Spot, LocalDate> dates = new LinkedHashMap<>();
    private final Map<Spot, BigDecimal> numbers = new LinkedHashMap<>();
    private final Map<Spot, SheetFormula> formulas = new LinkedHashMap<>();
    private final Map<Spot, String> formats = new LinkedHashMap<>();
    private final List<Spot> bold = new ArrayList<>();
    private final List<Integer> totals = new ArrayList<>();
    private final Map<Integer, Integer> heads = new LinkedHashMap<>();
    private int row;
    private int width = 1;

    ReportLeaf(int decimals, String dateFormat) {
        this.moneyFormat = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        this.dateFormat = dateFormat;
    }

    int row() {
        return row;
    }

    void next() {
        row++;
    }

    void total() {
        totals.add(row);
    }

    /** People's words are guarded against being run. */
    Spot word(int column, String text) {
        Spot spot = spot(column);
        words.put(spot, FormulaGuard.out(SheetWriter.clean(text)));
        return spot;
    }

    void title(String text) {
        bold.add(word(0, text));
        next();
    }

    /** The names of columns, with an empty row before them. */
    void heads(List<String> names) {
        next();
        for (int i = 0; i < names.size(); i++) {
            word(i, names.get(i));
        }
        heads.put(row, names.size());
        next();
    }

    void date(int column, LocalDate date) {
        Spot spot = spot(column);
        dates.put(spot, date);
        formats.put(spot, dateFormat);
    }

    /** A missing figure stays empty. */
    Spot figure(int column, MetricValue value, Unit unit) {
        Spot spot = spot(column);
        value.known()
                .ifPresent(known -> {
                    numbers.put(spot, known);
                    formats.put(spot, format(unit));
                });
        return spot;
    }

    Spot formula(int column, SheetFormula formula, Unit unit) {
        Spot spot = spot(column);
        formulas.put(spot, formula);
        formats.put(spot, format(unit));
        return spot;
    }

    private Spot spot(int column) {
        width = Math.max(width, column + 1);
        return new Spot(column, row);
    }

    private String format(Unit unit) {
        return switch (unit) {
            case MONEY -> moneyFormat;
            case COUNT -> "#,##0";
            case RATIO -> "0.00%";
            case NUMBER -> "0.00";
            case MINUTES -> "0.0";
        };
    }

    byte[] written(String name) {
        ByteArrayOutputStream formulasAlone = new ByteArrayOutputStream();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(formulasAlone, "Rotina", "1.0")) {
                fill(workbook.newWorksheet(shortened(name)));
            }
            FormulaResults.add(
                    formulasAlone.toByteArray(), new SheetCells(numbers, formulas).results(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private void fill(Worksheet sheet) {
        words.forEach((spot, text) -> sheet.value(spot.row(), spot.column(), text));
        dates.forEach((spot, date) -> sheet.value(spot.row(), spot.column(), date));
        numbers.forEach((spot, number) -> sheet.value(spot.row(), spot.column(), number));
        formulas.forEach((spot, formula) ->
                sheet.formula(spot.row(), spot.column(), SheetWriter.escaped(formula.text())));
        formats.forEach(
                (spot, format) -> sheet.style(spot.row(), spot.column()).format(format).set());
        heads.forEach((at, count) ->
                sheet.range(at, 0, at, count - 1)
                        .style()
                        .bold()
                        .wrapText(true)
                        .fillColor(HEADING)
                        .set());
        totals.forEach(at ->
                sheet.range(at, 0, at, width - 1)
                        .style()
                        .bold()
                        .borderStyle(BorderSide.TOP, BorderStyle.THIN)
                        .set());
        bold.forEach(
                spot -> sheet.style(spot.row(), spot.column()).bold().fontSize(TITLE_SIZE).set());
        sheet.width(0, LABEL_WIDTH);
        for (int column = 1; column < width; column++) {
            sheet.width(column, FIGURE_WIDTH);
        }
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.pageOrientation("landscape");
    }
}
