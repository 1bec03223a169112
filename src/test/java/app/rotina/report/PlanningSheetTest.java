package app.rotina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningSheetTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final int CLOSED_DAYS = 12;
    private static final int DAY_WITHOUT_TRAFFIC = 7;
    private static final List<SheetColumn> COLUMNS =
            new PlanningColumns(
                            "net_revenue",
                            List.of("site_orders", "chat_orders", "recovered_orders"),
                            List.of("marketplace_orders"),
                            UnaryOperator.identity())
                    .all();

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
        Map<String, Object> cells = values(written(model));
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
        Map<String, Object> cells = values(written(model(Texts.BRAZIL)));
        int row = SheetLayout.FIRST_DAY_ROW + DAY_WITHOUT_TRAFFIC;

        for (String metric : List.of("sessions", "conversion_rate", "cost_per_session")) {
            for (SheetLayout.Part part : List.of(SheetLayout.Part.ACTUAL, SheetLayout.Part.GAP)) {
                assertThat(cells).containsEntry(name(metric, part, row - 1), "");
            }
            assertThat(cells.get(name(metric, SheetLayout.Part.ACTUAL, row)))
                    .isInstanceOf(Double.class);
            // after a day without traffic the sum so far is not known either
            assertThat(cells).containsEntry(name(metric, SheetLayout.Part.CUMULATIVE, row), "");
        }
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
    void saysWhatWasEdited() throws IOException {
        SheetModel model = model(Texts.BRAZIL);
        // a spreadsheet program stores the nearest binary fraction
        byte[] edited =
                edited(
                        written(model),
                        xml -> withValue(withValue(xml, "B5", "33548.169999999998"), "B7", null));

        List<SheetChange> changes =
                PlanningSheet.read(new ByteArrayInputStream(edited)).against(model);

        assertThat(changes).hasSize(2);
        SheetChange second = changes.getFirst();
        assertThat(second.date()).isEqualTo(MAY.atDay(2));
        assertThat(second.metric()).isEqualTo("net_revenue");
        assertThat(second.before()).isEqualTo(plan(model, "net_revenue", 2));
        assertThat(second.after()).isEqualTo("33548.17");
        assertThat(changes.getLast().after()).isNull();
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

    private enum Figure {
        PLAN,
        ACTUAL,
        EXPECTED
    }

    private static SheetModel model(Locale locale) {
        Random random = new Random(42);
        List<SheetRow> rows = new ArrayList<>();
        for (int day = 1; day <= MAY.lengthOfMonth(); day++) {
            Map<String, SheetFigure> figures = new HashMap<>();
            for (SheetColumn column : COLUMNS) {
                if (column.isEntered()) {
                    figures.put(column.metric(), figure(column, day, random));
                }
            }
            rows.add(new SheetRow(MAY.atDay(day), figures, day == 3 ? "Banner novo" : ""));
        }
        return new SheetModel(
                "moda-bahia",
                "Moda Bahia",
                locale,
                Currency.getInstance("BRL"),
                MAY,
                COLUMNS,
                rows);
    }

    private static SheetFigure figure(SheetColumn column, int day, Random random) {
        boolean money = column.unit() == SheetColumn.Unit.MONEY;
        BigDecimal plan = BigDecimal.valueOf(random.nextInt(1, 9_000_000), money ? 2 : 0);
        BigDecimal actual = BigDecimal.valueOf(random.nextInt(0, 90_000_000), money ? 4 : 0);
        boolean missing =
                day > CLOSED_DAYS
                        || (day == DAY_WITHOUT_TRAFFIC && column.metric().equals("site_visits"));
        return new SheetFigure(
                MetricValue.known(plan),
                missing ? MetricValue.missing("no_source") : MetricValue.known(actual),
                day > CLOSED_DAYS
                        ? MetricValue.known(plan.add(BigDecimal.ONE))
                        : MetricValue.missing("over"));
    }

    private static SheetModel withNote(SheetModel model, String note) {
        List<SheetRow> rows = new ArrayList<>(model.rows());
        rows.set(4, new SheetRow(rows.get(4).date(), rows.get(4).figures(), note));
        return new SheetModel(
                model.store(),
                note,
                model.locale(),
                model.currency(),
                model.month(),
                model.columns(),
                rows);
    }

    private static double sum(SheetModel model, String metric, Figure which) {
        return model.rows().stream()
                .map(row -> row.figure(metric))
                .map(figure ->
                        switch (which) {
                            case PLAN -> figure.plan();
                            case ACTUAL -> figure.actual();
                            case EXPECTED -> figure.expected();
                        })
                .mapToDouble(value -> value.known().map(BigDecimal::doubleValue).orElse(0.0))
                .sum();
    }

    private static List<BigDecimal> planned(SheetModel model, String metric) {
        return MAY.atDay(1)
                .datesUntil(MAY.plusMonths(1).atDay(1))
                .map(LocalDate::getDayOfMonth)
                .map(day -> plan(model, metric, day))
                .toList();
    }

    private static BigDecimal plan(SheetModel model, String metric, int day) {
        SheetColumn column =
                COLUMNS.stream().filter(one -> one.metric().equals(metric)).findFirst().get();
        return model.rows()
                .get(day - 1)
                .figure(metric)
                .plan()
                .known()
                .orElseThrow()
                .setScale(model.decimals(column.unit()), RoundingMode.HALF_UP);
    }

    private static String name(String metric, SheetLayout.Part part, int row) {
        int index = COLUMNS.stream().map(SheetColumn::metric).toList().indexOf(metric);
        return new Spot(SheetLayout.column(index, part), row).name();
    }

    private static byte[] written(SheetModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanningSheet.write(model, out);
        return out.toByteArray();
    }

    private static SheetPlan read(byte[] file) throws IOException {
        return PlanningSheet.read(new ByteArrayInputStream(file));
    }

    private static List<Cell> cells(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read().stream()
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .toList();
        }
    }

    private static Map<String, Object> values(byte[] file) throws IOException {
        Map<String, Object> values = new HashMap<>();
        cells(file).forEach(cell -> values.put(cell.getAddress().toString(), value(cell)));
        return values;
    }

    private static Object value(Cell cell) {
        String raw = cell.getRawValue();
        boolean number =
                cell.getType() == CellType.NUMBER
                        || (cell.getType() == CellType.FORMULA && raw != null && !raw.isEmpty());
        if (number) {
            return Double.valueOf(raw);
        }
        return cell.getType() == CellType.STRING ? cell.asString() : "";
    }

    private static List<String> texts(Locale locale) throws IOException {
        return cells(written(model(locale))).stream()
                .filter(cell -> cell.getType() == CellType.STRING)
                .map(Cell::asString)
                .toList();
    }

    private static String withValue(String xml, String cell, @Nullable String value) {
        String content = value == null ? "" : "<v>" + value + "</v>";
        return xml.replaceAll(
                "(<c r=\"" + cell + "\"[^>]*>)<v>[^<]*</v></c>", "$1" + content + "</c>");
    }

    private static byte[] edited(byte[] file, UnaryOperator<String> sheet) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry part; (part = in.getNextEntry()) != null; ) {
                out.putNextEntry(new ZipEntry(part.getName()));
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                boolean edit = part.getName().equals("xl/worksheets/sheet1.xml");
                out.write((edit ? sheet.apply(xml) : xml).getBytes(StandardCharsets.UTF_8));
            }
        }
        return copy.toByteArray();
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part; (part = in.getNextEntry()) != null; ) {
                if (part.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("no " + name);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertProblem(
            Problem problem, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
