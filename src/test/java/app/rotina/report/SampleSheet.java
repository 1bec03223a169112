package app.rotina.report;

import app.rotina.kernel.MetricValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** A month's sheet of an invented shop, written, read and tampered with. */
final class SampleSheet {
    static final YearMonth MAY = YearMonth.of(2026, 5);
    static final int CLOSED_DAYS = 12;
    static final int INCOMPLETE_DAY = 7;
    static final List<String> NOT_DELIVERED = List.of("chat_orders", "site_visits");
    static final List<SheetColumn> COLUMNS =
            new PlanningColumns(
                            "net_revenue",
                            new PlanningColumns.Ticket("recognised_revenue", "recognised_orders"),
                            new PlanningColumns.OrderLines(
                                    List.of("site_orders", "chat_orders", "recovered_orders"),
                                    List.of("marketplace_orders")),
                            List.of("site_visits", "conversations"),
                            UnaryOperator.identity())
                    .all();

    private SampleSheet() {}

    enum Figure {
        PLAN,
        ACTUAL,
        EXPECTED
    }

    static SheetModel model(Locale locale) {
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

    static SheetFigure figure(SheetColumn column, int day, Random random) {
        boolean money = column.unit() == SheetColumn.Unit.MONEY;
        BigDecimal plan = BigDecimal.valueOf(random.nextInt(1, 9_000_000), money ? 2 : 0);
        BigDecimal actual = BigDecimal.valueOf(random.nextInt(0, 90_000_000), money ? 4 : 0);
        boolean missing =
                day > CLOSED_DAYS
                        || (day == INCOMPLETE_DAY && NOT_DELIVERED.contains(column.metric()));
        return new SheetFigure(
                MetricValue.known(plan),
                missing ? MetricValue.missing("no_source") : MetricValue.known(actual),
                day > CLOSED_DAYS
                        ? MetricValue.known(plan.add(BigDecimal.ONE))
                        : MetricValue.missing("over"));
    }

    static SheetModel withNote(SheetModel model, String note) {
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

    static double sum(SheetModel model, String metric, Figure which) {
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

    static List<BigDecimal> planned(SheetModel model, String metric) {
        return MAY.atDay(1)
                .datesUntil(MAY.plusMonths(1).atDay(1))
                .map(LocalDate::getDayOfMonth)
                .map(day -> plan(model, metric, day))
                .toList();
    }

    static BigDecimal plan(SheetModel model, String metric, int day) {
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

    static String name(String metric, SheetLayout.Part part, int row) {
        int index = COLUMNS.stream().map(SheetColumn::metric).toList().indexOf(metric);
        return new Spot(SheetLayout.column(index, part), row).name();
    }

    static byte[] written(SheetModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanningSheet.write(model, out);
        return out.toByteArray();
    }

    static SheetPlan read(byte[] file) throws IOException {
        return PlanningSheet.read(new ByteArrayInputStream(file));
    }

    static List<Cell> cells(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read().stream()
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .toList();
        }
    }

    static Map<String, Object> figures(byte[] file) throws IOException {
        Map<String, Object> values = new HashMap<>();
        cells(file).forEach(cell -> values.put(cell.getAddress().toString(), value(cell)));
        return values;
    }

    static Object value(Cell cell) {
        String raw = cell.getRawValue();
        boolean number =
                cell.getType() == CellType.NUMBER
                        || (cell.getType() == CellType.FORMULA && raw != null && !raw.isEmpty());
        if (number) {
            return Double.valueOf(raw);
        }
        return cell.getType() == CellType.STRING ? cell.asString() : "";
    }

    static List<String> texts(Locale locale) throws IOException {
        return cells(written(model(locale))).stream()
                .filter(cell -> cell.getType() == CellType.STRING)
                .map(Cell::asString)
                .toList();
    }

    static String withValue(String xml, String cell, @Nullable String value) {
        String content = value == null ? "" : "<v>" + value + "</v>";
        return xml.replaceAll(
                "(<c r=\"" + cell + "\"[^>]*>)<v>[^<]*</v></c>", "$1" + content + "</c>");
    }

    static byte[] edited(byte[] file, UnaryOperator<String> sheet) throws IOException {
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

    static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part; (part = in.getNextEntry()) != null; ) {
                if (part.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("no " + name);
    }
}
