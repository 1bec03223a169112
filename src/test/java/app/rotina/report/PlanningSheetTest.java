package app.rotina.report;

import static app.rotina.report.SampleSheet.COLUMNS;
import static app.rotina.report.SampleSheet.INCOMPLETE_DAY;
import static app.rotina.report.SampleSheet.MAY;
import static app.rotina.report.SampleSheet.cells;
import static app.rotina.report.SampleSheet.edited;
import static app.rotina.report.SampleSheet.figures;
import static app.rotina.report.SampleSheet.model;
import static app.rotina.report.SampleSheet.name;
import static app.rotina.report.SampleSheet.part;
import static app.rotina.report.SampleSheet.plan;
import static app.rotina.report.SampleSheet.planned;
import static app.rotina.report.SampleSheet.read;
import static app.rotina.report.SampleSheet.sum;
import static app.rotina.report.SampleSheet.texts;
import static app.rotina.report.SampleSheet.value;
import static app.rotina.report.SampleSheet.withNote;
import static app.rotina.report.SampleSheet.withValue;
import static app.rotina.report.SampleSheet.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.report.SampleSheet.Figure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningSheetTest {
    @Test
    void storesBesideEveryFormulaWhatASpreadsheetComputesFromIt() throws IOException {
        byte[] file = written(model(Texts.BRAZIL));
        Map<String, Object> values = new HashMap<>();
        Map<String, String> formulas = new HashMap<>();
        for (Cell cell : cells(file)) {
            String formula = cell.getFormula();
            if (formula != null && !formula.isEmpty()) {
                formulas.put(cell.getAddress().toString(), formula);
            }
            values.put(cell.getAddress().toString(), value(cell));
        }

        assertThat(formulas).hasSizeGreaterThan(1000);
        Recalculation program = new Recalculation(values, formulas);
        for (String name : formulas.keySet()) {
            Object computed = program.cell(name);
            if (computed instanceof Double number) {
                assertThat((Double) values.get(name))
                        .as("%s = %s", name, formulas.get(name))
                        .isCloseTo(number, within(Math.abs(number) * 1e-9 + 1e-9));
            } else {
                assertThat(values).as(formulas.get(name)).containsEntry(name, "");
            }
        }
    }

    @Test
    void sumsPlanActualAndProjectionOfTheMonth() throws IOException {
        SheetModel model = model(Texts.BRAZIL);
        Map<String, Object> cells = figures(written(model));
        String total = String.valueOf(SheetLayout.FIRST_DAY_ROW + 31 + 1);

        assertThat((Double) cells.get("B" + total))
                .isCloseTo(sum(model, "net_revenue", Figure.PLAN), within(1e-6));
        assertThat((Double) cells.get("C" + total))
                .isCloseTo(sum(model, "net_revenue", Figure.ACTUAL), within(1e-6));
        assertThat((Double) cells.get("F" + total))
                .isCloseTo(
                        sum(model, "net_revenue", Figure.ACTUAL)
                                + sum(model, "net_revenue", Figure.EXPECTED),
                        within(1e-6));
    }

    @Test
    void leavesEmptyWhatIsMissingAndNeverCountsItAsZero() throws IOException {
        Map<String, Object> cells = figures(written(model(Texts.BRAZIL)));
        int row = SheetLayout.FIRST_DAY_ROW + INCOMPLETE_DAY;

        for (String metric : List.of("orders", "conversion_rate")) {
            for (SheetLayout.Part part : List.of(SheetLayout.Part.ACTUAL, SheetLayout.Part.GAP)) {
                assertThat(cells).containsEntry(name(metric, part, row - 1), "");
            }
            assertThat(cells.get(name(metric, SheetLayout.Part.ACTUAL, row)))
                    .isInstanceOf(Double.class);
            // after a day without a line's orders the sum so far is not known either
            assertThat(cells).containsEntry(name(metric, SheetLayout.Part.CUMULATIVE, row), "");
        }
    }

    @Test
    void countsTheSessionsThatAreKnown() throws IOException {
        Map<String, Object> cells = figures(written(model(Texts.BRAZIL)));
        int row = SheetLayout.FIRST_DAY_ROW + INCOMPLETE_DAY - 1;

        assertThat(cells.get(name("sessions", SheetLayout.Part.ACTUAL, row)))
                .isEqualTo(cells.get(name("conversations", SheetLayout.Part.ACTUAL, row)))
                .isInstanceOf(Double.class);
    }

    @Test
    void comesBackWithEveryPlanFigureToTheCent() throws IOException {
        SheetModel model = model(Texts.CHINA);

        SheetPlan plan = PlanningSheet.read(new ByteArrayInputStream(written(model)));

        assertThat(plan.store()).isEqualTo("moda-bahia");
        assertThat(plan.month()).isEqualTo(MAY);
        assertThat(plan.plans().keySet())
                .containsExactlyElementsOf(
                        COLUMNS.stream()
                                .filter(SheetColumn::isEntered)
                                .map(SheetColumn::metric)
                                .toList());
        plan.plans()
                .forEach((metric, days) ->
                        assertThat(days.values())
                                .as(metric)
                                .containsExactlyElementsOf(planned(model, metric)));
        assertThat(plan.against(model)).isEmpty();
    }

    @Test
    void saysWhatWasEditedAndTakesAnEmptiedCellForNoChange() throws IOException {
        SheetModel model = model(Texts.BRAZIL);
        // a spreadsheet program stores the nearest binary fraction
        byte[] edited =
                edited(
                        written(model),
                        xml -> withValue(withValue(xml, "B5", "33548.169999999998"), "B7", null));

        List<SheetChange> changes =
                PlanningSheet.read(new ByteArrayInputStream(edited)).against(model);

        assertThat(changes).hasSize(1);
        SheetChange second = changes.getFirst();
        assertThat(second.date()).isEqualTo(MAY.atDay(2));
        assertThat(second.metric()).isEqualTo("net_revenue");
        assertThat(second.before()).isEqualTo(plan(model, "net_revenue", 2));
        assertThat(second.after()).isEqualTo("33548.17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1E300", "1E999999999"})
    void refusesAPlanThatIsNone(String value) throws IOException {
        byte[] file = edited(written(model(Texts.BRAZIL)), xml -> withValue(xml, "B5", value));

        assertProblem(Problem.SHEET_BAD_PLAN, () -> read(file)).hasMessageContaining("B5");
    }

    @Test
    void refusesANumberThatIsAText() throws IOException {
        byte[] file =
                edited(
                        written(model(Texts.BRAZIL)),
                        xml ->
                                xml.replaceAll(
                                        "<c r=\"B5\"([^>]*) t=\"n\"><v>[^<]*</v></c>",
                                        "<c r=\"B5\"$1 t=\"inlineStr\"><is><t>1.234,56</t></is></c>"));

        assertProblem(Problem.SHEET_BAD_PLAN, () -> read(file))
                .hasMessageContaining("B5")
                .hasMessageContaining("1.234,56");
    }

    @Test
    void refusesRowsThatWereMoved() throws IOException {
        byte[] file =
                edited(
                        written(model(Texts.BRAZIL)),
                        xml -> withValue(xml, "A5", "46150")); // 8 May where 2 May was

        assertProblem(Problem.SHEET_MOVED, () -> read(file))
                .hasMessageContaining("A5")
                .hasMessageContaining("2026-05-02")
                .hasMessageContaining("2026-05-08");
    }

    @Test
    void refusesColumnsThatWereMoved() throws IOException {
        byte[] file =
                edited(
                        written(model(Texts.BRAZIL)),
                        xml ->
                                xml.replace("r=\"B2\"", "r=\"XX2\"")
                                        .replace("r=\"G2\"", "r=\"B2\""));

        assertProblem(Problem.SHEET_MOVED, () -> read(file)).hasMessageContaining("B2");
    }

    @Test
    void refusesTheSheetOfAnotherMonthOrStore() throws IOException {
        SheetModel may = model(Texts.BRAZIL);
        SheetPlan plan = read(written(may));
        SheetModel other =
                new SheetModel(
                        "outra-loja",
                        "Outra",
                        may.locale(),
                        may.currency(),
                        may.month(),
                        may.columns(),
                        may.rows());

        assertProblem(Problem.SHEET_OF_ANOTHER, () -> plan.against(other));
    }

    @Test
    void refusesAWorkbookThatIsNotOurs() throws IOException {
        ByteArrayOutputStream foreign = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(foreign, "Other", "1.0")) {
            workbook.newWorksheet("Sheet").value(0, 0, "hello");
        }

        assertProblem(Problem.SHEET_NOT_OURS, () -> read(foreign.toByteArray()));
        assertProblem(Problem.SHEET_NOT_OURS, () -> read(new byte[0]));
        assertProblem(Problem.SHEET_NOT_OURS, () -> read("a;b\n".getBytes(StandardCharsets.UTF_8)));
        byte[] ours = written(model(Texts.BRAZIL));
        byte[] cut = Arrays.copyOf(ours, ours.length / 2);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(RotinaException.class);
    }

    @Test
    void refusesAFileThatUnpacksToFillTheMemory() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 60; i++) {
                zip.write(zeros);
            }
        }

        assertProblem(Problem.SHEET_NOT_OURS, () -> read(bomb.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "<img onerror=x> & 你好 😀"})
    void writesNotesAsText(String note) throws IOException {
        SheetModel model = withNote(model(Texts.BRAZIL), note + "\u0001");

        Cell cell =
                cells(written(model)).stream()
                        .filter(one -> note.equals(one.getValue()))
                        .findFirst()
                        .orElseThrow();

        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
    }

    @Test
    void speaksTheLanguageOfTheStore() throws IOException {
        assertThat(texts(Locale.ENGLISH)).contains("Plan", "Actual", "Gap", "Projection", "Month");
        assertThat(texts(Texts.BRAZIL)).contains("Meta", "Realizado", "Diferença", "Acumulado");
        assertThat(texts(Texts.CHINA)).contains("目标", "实际", "差额", "累计", "预计");
    }

    @Test
    void locksAllButThePlanAndHidesWhatItIs() throws IOException {
        byte[] file = written(model(Texts.BRAZIL));

        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("<sheetProtection ")
                .contains("sheet=\"true\"")
                .doesNotContain("password=");
        assertThat(part(file, "xl/styles.xml")).contains("locked=\"false\"");
        assertThat(part(file, "xl/workbook.xml")).contains("fullCalcOnLoad=\"1\"");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.findSheet("rotina").orElseThrow().getVisibility())
                    .isEqualTo(SheetVisibility.HIDDEN);
        }
    }

    @Test
    void hasWholeYenInJapan() throws IOException {
        SheetModel reais = model(Texts.BRAZIL);
        SheetModel yen =
                new SheetModel(
                        "loja",
                        "Loja",
                        reais.locale(),
                        Currency.getInstance("JPY"),
                        MAY,
                        COLUMNS,
                        reais.rows());

        assertThat(read(written(yen)).against(yen)).isEmpty();
        assertThat(read(written(yen)).plans().getOrDefault("net_revenue", new TreeMap<>()).values())
                .hasSize(31)
                .allMatch(value -> value.scale() == 0);
    }

    @Test
    void refusesARatioWithoutItsParts() {
        SheetColumn alone =
                SheetColumn.ratio("roas", "ROAS", SheetColumn.Unit.MULTIPLE, "revenue", "spend");

        assertThatThrownBy(() ->
                        new SheetModel(
                                "s",
                                "S",
                                Locale.ENGLISH,
                                Currency.getInstance("BRL"),
                                MAY,
                                List.of(alone),
                                List.of()))
                .hasMessageContaining("roas");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertProblem(
            Problem problem, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
