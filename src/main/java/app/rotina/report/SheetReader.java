package app.rotina.report;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.report.SheetIdentity.PlanColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads the plan out of a planning workbook that came back. Strict on the layout: a sheet whose
 * rows or columns were moved is refused with the cell that does not fit, so that no figure can land
 * on another day or metric.
 */
final class SheetReader {
    private static final int MOST_ROWS = 200;
    private static final int MOST_INTEGER_DIGITS = 14;

    private final Map<Integer, Row> rows;
    private final SheetIdentity identity;

    private SheetReader(Map<Integer, Row> rows, SheetIdentity identity) {
        this.rows = rows;
        this.identity = identity;
    }

    static SheetPlan read(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Sheet hidden =
                    workbook.findSheet(SheetIdentity.SHEET)
                            .orElseThrow(() -> new RotinaException(Problem.SHEET_NOT_OURS));
            SheetIdentity identity = SheetIdentity.parse(lines(hidden));
            return new SheetReader(byNumber(workbook.getFirstSheet()), identity).plan();
        }
    }

    private static List<List<String>> lines(Sheet sheet) throws IOException {
        return byNumber(sheet).values().stream()
                .map(row -> row.stream().map(SheetReader::text).toList())
                .toList();
    }

    private static SortedMap<Integer, Row> byNumber(Sheet sheet) throws IOException {
        SortedMap<Integer, Row> rows = new TreeMap<>();
        try (Stream<Row> all = sheet.openStream()) {
            all.limit(MOST_ROWS).forEach(row -> rows.put(row.getRowNum() - 1, row));
        }
        return rows;
    }

    private SheetPlan plan() {
        requireDays();
        Map<String, SortedMap<LocalDate, BigDecimal>> plans = new LinkedHashMap<>();
        for (PlanColumn plan : identity.plans()) {
            Spot label = new Spot(plan.column(), SheetLayout.METRIC_ROW);
            require(label, plan.label(), cell(label).map(SheetReader::text).orElse(""));
            plans.put(plan.metric(), days(plan));
        }
        return new SheetPlan(identity.store(), identity.month(), plans);
    }

    private void requireDays() {
        for (int day = 1; day <= identity.month().lengthOfMonth(); day++) {
            Spot spot = new Spot(SheetLayout.DATE_COLUMN, row(day));
            String found = cell(spot).map(SheetReader::date).orElse("");
            require(spot, identity.month().atDay(day).toString(), found);
        }
        Spot after = new Spot(SheetLayout.DATE_COLUMN, row(identity.month().lengthOfMonth() + 1));
        if (cell(after).filter(one -> one.getType() == CellType.NUMBER).isPresent()) {
            require(after, "", cell(after).map(SheetReader::date).orElse(""));
        }
    }

    private static int row(int dayOfMonth) {
        return SheetLayout.FIRST_DAY_ROW + dayOfMonth - 1;
    }

    private static void require(Spot spot, String expected, String found) {
        if (!expected.equals(found)) {
            throw new RotinaException(Problem.SHEET_MOVED, spot.name(), expected, found);
        }
    }

    private SortedMap<LocalDate, BigDecimal> days(PlanColumn plan) {
        SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
        for (int day = 1; day <= identity.month().lengthOfMonth(); day++) {
            LocalDate date = identity.month().atDay(day);
            Spot spot = new Spot(plan.column(), row(day));
            cell(spot)
                    .filter(cell -> !text(cell).isBlank())
                    .ifPresent(cell -> days.put(date, number(spot, cell, plan.decimals())));
        }
        return days;
    }

    /** A binary fraction comes back to the decimals it was planned in. */
    private static BigDecimal number(Spot spot, Cell cell, int decimals) {
        boolean numeric = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        Optional<BigDecimal> number = numeric ? decimal(cell.getRawValue()) : Optional.empty();
        return number.filter(value -> value.signum() >= 0)
                .filter(value -> value.precision() - value.scale() <= MOST_INTEGER_DIGITS)
                .map(value -> value.setScale(decimals, RoundingMode.HALF_UP))
                .orElseThrow(
                        () -> new RotinaException(Problem.SHEET_BAD_PLAN, spot.name(), text(cell)));
    }

    private static Optional<BigDecimal> decimal(String raw) {
        try {
            return Optional.of(new BigDecimal(raw));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String date(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asDate().toLocalDate().toString()
                : text(cell);
    }

    private static String text(Cell cell) {
        String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private Optional<Cell> cell(Spot spot) {
        return Optional.ofNullable(rows.get(spot.row()))
                .flatMap(row -> row.getOptionalCell(spot.column()));
    }
}
