package app.rotina.sources.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Reads one cell of a workbook after another into the form {@link CellKind} tells. */
final class SheetCell {
    /** A workbook shows and guarantees 15 digits; what it stores behind them is binary noise. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    /** The exponents of a double; a longer number is not one and would only take memory. */
    private static final int LARGEST_EXPONENT = 400;

    private final boolean from1904;
    private final Map<String, Boolean> dateFormats = new HashMap<>();
    private String text = "";
    private CellKind kind = CellKind.TEXT;

    SheetCell(boolean from1904) {
        this.from1904 = from1904;
    }

    String text() {
        return text;
    }

    CellKind kind() {
        return kind;
    }

    void read(@Nullable Cell cell) {
        if (cell == null) {
            set("", CellKind.TEXT);
            return;
        }
        switch (cell.getType()) {
            case EMPTY -> set("", CellKind.TEXT);
            case ERROR -> set(raw(cell), CellKind.ERROR);
            case STRING, BOOLEAN, NUMBER, FORMULA -> readValue(cell);
        }
    }

    private void readValue(Cell cell) {
        switch (cell.getValue()) {
            case BigDecimal number -> readNumber(number, cell);
            case Boolean truth -> set(truth.toString(), CellKind.BOOLEAN);
            case null -> readNothing(cell);
            case Object other -> set(other.toString(), CellKind.TEXT);
        }
    }

    /** A formula nobody calculated has no value, which is not the same as an empty cell. */
    private void readNothing(Cell cell) {
        if (cell.getFormula() == null) {
            set("", CellKind.TEXT);
        } else {
            set("=" + cell.getFormula(), CellKind.ERROR);
        }
    }

    private void readNumber(BigDecimal number, Cell cell) {
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            set(raw(cell), CellKind.ERROR);
            return;
        }
        if (isDate(cell)) {
            @Nullable String date = Serial.text(number, from1904);
            set(date == null ? plain(number) : date, date == null ? CellKind.ERROR : CellKind.DATE);
            return;
        }
        set(plain(number), CellKind.NUMBER);
    }

    private boolean isDate(Cell cell) {
        @Nullable String format = cell.getDataFormatString();
        if (format != null) {
            return dateFormats.computeIfAbsent(format, Serial::isDateFormat);
        }
        @Nullable Integer id = cell.getDataFormatId();
        return id != null && Serial.isDateFormat(id);
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String raw(Cell cell) {
        @Nullable String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private void set(String text, CellKind kind) {
        this.text = text;
        this.kind = kind;
    }
}
