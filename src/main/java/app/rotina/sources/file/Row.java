package app.rotina.sources.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the file, whatever it is: title, comment, header, record, total.
 *
 * @param cells no more than can be kept
 * @param columns how many cells it has in the file
 * @param kinds of each cell; absence: all are text
 * @param padded true where the file itself leaves out empty cells at the end of a row
 * @param flaw why it cannot be trusted; absence: it can
 */
@SuppressWarnings("ArrayRecordComponent") // rows are many and short-lived; nobody compares them
record Row(
        long line,
        String[] cells,
        int columns,
        CellKind @Nullable [] kinds,
        boolean padded,
        @Nullable Flaw flaw) {

    /** A text key under {@code sources.reason.} with its arguments. */
    record Flaw(String reason, List<String> arguments) {

        static Flaw of(String reason, Object... arguments) {
            return new Flaw(
                    "sources.reason." + reason,
                    List.of(arguments).stream().map(String::valueOf).toList());
        }
    }

    static Row text(long line, String[] cells, int columns, @Nullable Flaw flaw) {
        return new Row(line, cells, columns, null, false, flaw);
    }

    boolean isTooWide() {
        return columns > Limits.COLUMNS;
    }

    long chars() {
        long chars = 0;
        for (String cell : cells) {
            chars += cell.length();
        }
        return chars;
    }

    boolean isBlank() {
        if (flaw != null) {
            return false;
        }
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** How many cells it has up to its last one that is not empty. */
    int width() {
        int width = cells.length;
        while (width > 0 && cells[width - 1].isBlank()) {
            width--;
        }
        return width;
    }

    boolean startsWith(@Nullable String prefix) {
        return prefix != null && cells.length > 0 && cells[0].startsWith(prefix);
    }

    /** True if its cells read like names of columns: all there, all different, none a value. */
    boolean readsLikeNames() {
        int width = width();
        for (int i = 0; i < width; i++) {
            if (cells[i].isBlank() || isValue(i) || isRepeated(i)) {
                return false;
            }
        }
        return width > 0;
    }

    /** True if the cell reads like a number, an amount or a date: half of it or more is digits. */
    boolean isValue(int column) {
        if (kinds != null && kinds[column] != CellKind.TEXT) {
            return true;
        }
        int digits = 0;
        int others = 0;
        String cell = cells[column];
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (!Character.isWhitespace(c) && c != '\u00A0') {
                others++;
            }
        }
        return digits > 0 && digits >= others;
    }

    private boolean isRepeated(int column) {
        for (int i = 0; i < column; i++) {
            if (cells[i].equals(cells[column])) {
                return true;
            }
        }
        return false;
    }
}
