package app.rotina.report;

import app.rotina.kernel.Texts;
import app.rotina.report.SheetLayout.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a planning sheet as a workbook: the sheet itself, and a hidden one that says what it is.
 */
final class SheetWriter {
    private static final String EDITABLE = "FFF8E1";
    private static final String HEADING = "E8EEF4";
    private static final int DATE_WIDTH = 16;
    private static final int FIGURE_WIDTH = 13;
    private static final int NOTE_WIDTH = 60;

    private final SheetModel model;
    private final SheetLayout layout;
    private final SheetCells cells;
    private final Texts texts;

    SheetWriter(SheetModel model) {
        this.model = model;
        layout = new SheetLayout(model);
        cells = new SheetCells(layout);
        texts = Texts.of(model.locale());
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream formulasAlone = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(formulasAlone, "Rotina", "1.0")) {
            writePlan(workbook.newWorksheet(texts.say("report.sheet.name")));
            writeIdentity(workbook.newWorksheet(SheetIdentity.SHEET));
        }
        FormulaResults.add(formulasAlone.toByteArray(), cells.results(), out);
    }

    private void writePlan(Worksheet sheet) {
        writeHeadings(sheet);
        writeDays(sheet);
        cells.numbers().forEach((spot, value) -> sheet.value(spot.row(), spot.column(), value));
        cells.formulas()
                .forEach((spot, formula) ->
                        sheet.formula(spot.row(), spot.column(), escaped(formula.text())));
        style(sheet);
        sheet.freezePane(SheetLayout.DATE_COLUMN + 1, SheetLayout.FIRST_DAY_ROW);
        sheet.protect(
                "slips",
                SheetProtectionOption.SHEET,
                SheetProtectionOption.FORMAT_COLUMNS,
                SheetProtectionOption.FORMAT_ROWS);
    }

    private void writeHeadings(Worksheet sheet) {
        sheet.value(
                SheetLayout.TITLE_ROW,
                0,
                texts.say(
                        "report.sheet.title", clean(model.storeName()), model.month().toString()));
        sheet.value(SheetLayout.HEADING_ROW, 0, texts.say("report.sheet.day"));
        for (int metric = 0; metric < model.columns().size(); metric++) {
            String label = clean(model.columns().get(metric).label());
            sheet.value(SheetLayout.METRIC_ROW, SheetLayout.column(metric, Part.PLAN), label);
            for (Part part : Part.values()) {
                sheet.value(
                        SheetLayout.HEADING_ROW, SheetLayout.column(metric, part), heading(part));
            }
        }
        sheet.value(SheetLayout.HEADING_ROW, layout.noteColumn(), texts.say("report.sheet.note"));
        sheet.value(layout.totalRow(), 0, texts.say("report.sheet.total"));
    }

    private String heading(Part part) {
        return texts.say("report.sheet." + part.name().toLowerCase(Locale.ROOT));
    }

    private void writeDays(Worksheet sheet) {
        int row = SheetLayout.FIRST_DAY_ROW;
        for (SheetRow day : model.rows()) {
            sheet.value(row, SheetLayout.DATE_COLUMN, day.date());
            if (!day.note().isBlank()) {
                sheet.value(row, layout.noteColumn(), clean(day.note()));
            }
            row++;
        }
    }

    private void style(Worksheet sheet) {
        int last = layout.totalRow();
        sheet.style(SheetLayout.TITLE_ROW, 0).bold().fontSize(14).set();
        sheet.range(SheetLayout.METRIC_ROW, 0, SheetLayout.HEADING_ROW, layout.noteColumn())
                .style()
                .bold()
                .fillColor(HEADING)
                .set();
        sheet.range(SheetLayout.FIRST_DAY_ROW, 0, last - 1, 0)
                .style()
                .format(texts.say("report.sheet.date_format"))
                .set();
        sheet.width(SheetLayout.DATE_COLUMN, DATE_WIDTH);
        sheet.width(layout.noteColumn(), NOTE_WIDTH);
        for (int metric = 0; metric < model.columns().size(); metric++) {
            styleMetric(sheet, metric);
        }
        sheet.range(last, 0, last, layout.noteColumn())
                .style()
                .bold()
                .borderStyle(BorderSide.TOP, BorderStyle.THIN)
                .set();
    }

    private void styleMetric(Worksheet sheet, int metric) {
        SheetColumn column = model.columns().get(metric);
        for (Part part : Part.values()) {
            int at = SheetLayout.column(metric, part);
            sheet.width(at, FIGURE_WIDTH);
            sheet.range(SheetLayout.FIRST_DAY_ROW, at, layout.totalRow(), at)
                    .style()
                    .format(format(column.unit()))
                    .set();
            if (part == Part.PLAN && column.isEntered()) {
                editable(
                        sheet.range(SheetLayout.FIRST_DAY_ROW, at, layout.totalRow() - 1, at)
                                .style());
            }
        }
    }

    private static void editable(StyleSetter style) {
        style.fillColor(EDITABLE).protectionOption(ProtectionOption.LOCKED, false).set();
    }

    private String format(SheetColumn.Unit unit) {
        int digits = model.decimals(SheetColumn.Unit.MONEY);
        return switch (unit) {
            case MONEY -> digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
            case COUNT -> "#,##0";
            case SHARE -> "0.00%";
            case MULTIPLE -> "0.00";
        };
    }

    private void writeIdentity(Worksheet sheet) {
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        int row = 0;
        for (var line : SheetIdentity.of(model).lines()) {
            for (int column = 0; column < line.size(); column++) {
                sheet.value(row, column, clean(line.get(column)));
            }
            row++;
        }
    }

    /** The library writes a formula into the file as it is. */
    static String escaped(String formula) {
        return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Without the control characters that a spreadsheet file cannot hold. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }
}
