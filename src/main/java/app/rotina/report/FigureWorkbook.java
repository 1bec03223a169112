package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.FigureTable.Column;
import app.rotina.report.FigureTable.Given;
import app.rotina.report.FigureTable.Line;
import app.rotina.report.FigureTable.Ratio;
import app.rotina.report.FigureTable.Share;
import app.rotina.report.FigureTable.Summed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table of figures as a workbook of one sheet. */
final class FigureWorkbook {
    private static final String HEADING = "E8EEF4";
    private static final int NAME_WIDTH = 34;
    private static final int FIGURE_WIDTH = 17;
    private static final int HIGHEST_NAME = 31;

    private final FigureTable table;
    private final int headRow;
    private final int firstFigure;
    private final Map<String, Optional<BigDecimal>> results = new HashMap<>();

    FigureWorkbook(FigureTable table) {
        this.table = table;
        this.headRow = table.notes().size() + 2;
        this.firstFigure = 1 + table.further().size();
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream formulasAlone = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(formulasAlone, "Rotina", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName());
            writeHeadings(sheet);
            for (int line = 0; line < table.lines().size(); line++) {
                writeLine(sheet, headRow + 1 + line, table.lines().get(line));
            }
            if (table.total() != null) {
                writeTotal(sheet, table.total());
            }
            style(sheet);
        }
        FormulaResults.add(formulasAlone.toByteArray(), results, out);
    }

    /** Spreadsheets allow neither long names of sheets nor these signs in them. */
    private String sheetName() {
        String name = SheetWriter.clean(table.title()).replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        String some = name.isEmpty() ? "Rotina" : name;
        return some.substring(0, Math.min(some.length(), HIGHEST_NAME));
    }

    private void writeHeadings(Worksheet sheet) {
        sheet.value(0, 0, SheetWriter.clean(table.title()));
        for (int note = 0; note < table.notes().size(); note++) {
            sheet.value(1 + note, 0, SheetWriter.clean(table.notes().get(note)));
        }
        sheet.value(headRow, 0, SheetWriter.clean(table.heading()));
        writeWords(sheet, headRow, table.further());
        for (int at = 0; at < table.columns().size(); at++) {
            sheet.value(
                    headRow, firstFigure + at, SheetWriter.clean(table.columns().get(at).label()));
        }
    }

    private static void writeWords(Worksheet sheet, int row, List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            sheet.value(row, 1 + at, SheetWriter.clean(words.get(at)));
        }
    }

    private void writeLine(Worksheet sheet, int row, Line line) {
        sheet.value(row, 0, SheetWriter.clean(line.name()));
        writeWords(sheet, row, line.further());
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            MetricValue value = line.values().get(at);
            switch (column.rule()) {
                case Given given -> write(sheet, new Spot(firstFigure + at, row), value);
                case Summed summed -> write(sheet, new Spot(firstFigure + at, row), value);
                case Ratio ratio ->
                        writeRatio(sheet, new Spot(firstFigure + at, row), ratio, value);
                case Share share ->
                        writeShare(sheet, new Spot(firstFigure + at, row), share, value);
            }
        }
    }

    private void writeTotal(Worksheet sheet, Line total) {
        int row = totalRow();
        sheet.value(row, 0, SheetWriter.clean(total.name()));
        for (int at = 0; at < table.columns().size(); at++) {
            Spot spot = new Spot(firstFigure + at, row);
            MetricValue value = total.values().get(at);
            switch (table.columns().get(at).rule()) {
                case Given given -> write(sheet, spot, value);
                case Summed summed -> writeSum(sheet, spot, value);
                case Ratio ratio -> writeRatio(sheet, spot, ratio, value);
                case Share share -> writeShare(sheet, spot, share, value);
            }
        }
    }

    private int totalRow() {
        return headRow + 1 + table.lines().size();
    }

    private static void write(Worksheet sheet, Spot spot, MetricValue value) {
        value.known().ifPresent(known -> sheet.value(spot.row(), spot.column(), known));
    }

    private void writeSum(Worksheet sheet, Spot spot, MetricValue value) {
        if (table.lines().isEmpty()) {
            write(sheet, spot, value);
            return;
        }
        String area = new Spot.Area(spot.column(), headRow + 1, totalRow() - 1).name();
        formula(sheet, spot, "SUM(" + area + ")", value);
    }

    private void writeRatio(Worksheet sheet, Spot spot, Ratio ratio, MetricValue value) {
        String numerator = new Spot(firstFigure + ratio.numerator(), spot.row()).name();
        String denominator = new Spot(firstFigure + ratio.denominator(), spot.row()).name();
        formula(sheet, spot, quotient(numerator, denominator), value);
    }

    private void writeShare(Worksheet sheet, Spot spot, Share share, MetricValue value) {
        String part = new Spot(firstFigure + share.of(), spot.row()).name();
        String whole = Spot.letters(firstFigure + share.of()) + "$" + (totalRow() + 1);
        formula(sheet, spot, quotient(part, whole), value);
    }

    private static String quotient(String numerator, String denominator) {
        return "IF(N(%2$s)=0,\"\",%1$s/%2$s)".formatted(numerator, denominator);
    }

    /** A formula where the figure is known; else it would show something that is not. */
    private void formula(Worksheet sheet, Spot spot, String formula, MetricValue value) {
        if (value.known().isPresent()) {
            sheet.formula(spot.row(), spot.column(), formula);
            results.put(spot.name(), value.known());
        }
    }

    private void style(Worksheet sheet) {
        int last = table.total() == null ? Math.max(headRow + 1, totalRow() - 1) : totalRow();
        int width = firstFigure + table.columns().size() - 1;
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.range(headRow, 0, headRow, width)
                .style()
                .bold()
                .wrapText(true)
                .fillColor(HEADING)
                .set();
        sheet.width(0, NAME_WIDTH);
        for (int at = 0; at < table.columns().size(); at++) {
            sheet.width(firstFigure + at, FIGURE_WIDTH);
            sheet.range(headRow + 1, firstFigure + at, last, firstFigure + at)
                    .style()
                    .format(format(table.columns().get(at).unit()))
                    .set();
        }
        if (table.total() != null) {
            sheet.range(last, 0, last, width)
                    .style()
                    .bold()
                    .borderStyle(BorderSide.TOP, BorderStyle.THIN)
                    .set();
        }
        sheet.freezePane(1, headRow + 1);
        sheet.setAutoFilter(headRow, 0, totalRow() - 1, width);
    }

    private String format(Unit unit) {
        int digits = table.currency().getDefaultFractionDigits();
        return switch (unit) {
            case MONEY -> digits <= 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
            case COUNT -> "#,##0";
            case RATIO -> "0.00%";
            case NUMBER, MINUTES -> "0.00";
        };
    }
}
