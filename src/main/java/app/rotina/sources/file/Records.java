package app.rotina.sources.file;

import app.rotina.sources.file.Look.Warning;
import app.rotina.sources.file.Row.Flaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the data records from titles, comments, blank rows, totals and other sections. */
final class Records {
    private static final Set<String> TOTALS =
            Set.of("total", "totais", "total geral", "grand total", "subtotal", "合计", "总计", "小计");

    private final Header header;
    private final List<String> footers;
    private final @Nullable String comment;
    private final RawSink sink;
    private final List<Warning> warnings = new ArrayList<>();
    private long record;
    private long rows;
    private long lastLine;
    private boolean gap;
    private boolean commented;
    private boolean warnedOfTotal;
    private @Nullable Row last;

    Records(Header header, Layout layout, @Nullable String comment, RawSink sink) {
        this.header = header;
        this.footers = layout.footers();
        this.comment = comment;
        this.sink = sink;
    }

    /** How many data records came so far, faults included. */
    long count() {
        return record;
    }

    /** What only the rows could tell. */
    List<Warning> warnings() {
        return warnings;
    }

    /**
     * Takes the next row of the file.
     *
     * @return false once another section begins: no row from here on belongs to this table
     */
    boolean take(Row row) {
        rows++;
        if (row.line() <= header.line()) {
            return true;
        }
        gap |= row.isBlank() || followsGap(row);
        lastLine = row.line();
        if (row.isBlank()) {
            return true;
        }
        if (row.startsWith(comment)) {
            commented |= gap;
            return true;
        }
        if (isTotal(row) || header.isRepeatedBy(row)) {
            return true;
        }
        if (beginsSection(row)) {
            warnings.add(
                    Warning.of(Look.MORE_SECTIONS, row.line(), String.join(", ", row.cells())));
            return false;
        }
        gap = false;
        commented = false;
        last = row;
        give(row);
        return true;
    }

    /** A sheet leaves out the rows in which nothing stands. */
    private boolean followsGap(Row row) {
        return row.padded() && lastLine > 0 && row.line() > lastLine + 1;
    }

    private boolean isTotal(Row row) {
        String first = row.cells().length == 0 ? "" : row.cells()[0].strip();
        for (String footer : footers) {
            if (names(first, footer)) {
                return true;
            }
        }
        warnOfTotal(first, row.line());
        return false;
    }

    private void warnOfTotal(String first, long line) {
        if (warnedOfTotal || first.isEmpty()) {
            return;
        }
        for (String total : TOTALS) {
            if (names(first, total)) {
                warnings.add(Warning.of("total_row", line, first));
                warnedOfTotal = true;
            }
        }
    }

    /** True for “Total” and for “Total: account”, in any letter case. */
    private static boolean names(String cell, String total) {
        int length = total.length();
        return cell.regionMatches(true, 0, total, 0, length)
                && (cell.length() == length || ":：".indexOf(cell.charAt(length)) >= 0);
    }

    /** A row of names after a blank row that takes up a name, follows comments, or breaks form. */
    private boolean beginsSection(Row row) {
        return gap
                && rows <= Limits.SECTION_ROWS
                && row.flaw() == null
                && row.readsLikeNames()
                && (commented || header.sharesName(row) || breaksForm(row));
    }

    /** True if every column that held a value in the last record holds none now. */
    private boolean breaksForm(Row row) {
        if (last == null) {
            return false;
        }
        boolean hadValues = false;
        for (int i = 0; i < last.cells().length; i++) {
            if (last.isValue(i)) {
                hadValues = true;
                if (i >= row.cells().length || row.cells()[i].isBlank() || row.isValue(i)) {
                    return false;
                }
            }
        }
        return hadValues;
    }

    private void give(Row row) {
        record++;
        @Nullable Flaw flaw = row.flaw() == null ? raggedness(row) : row.flaw();
        if (flaw != null) {
            sink.fault(
                    new RawFault(
                            record, row.line(), flaw.reason(), flaw.arguments(), shortened(row)));
            return;
        }
        String[] cells = fitted(row.cells());
        List<CellKind> kinds = row.kinds() == null ? List.of() : fitted(row.kinds());
        sink.record(new RawRecord(record, row.line(), Arrays.asList(cells), kinds));
    }

    private @Nullable Flaw raggedness(Row row) {
        int count = row.columns();
        if (count == header.width() || row.padded()) {
            return null;
        }
        if (count < header.namedWidth()) {
            return Flaw.of("too_few_cells", count, header.width());
        }
        return row.width() > header.width() || row.isTooWide()
                ? Flaw.of("too_many_cells", count, header.width())
                : null;
    }

    private String[] fitted(String[] cells) {
        if (cells.length == header.width()) {
            return cells;
        }
        String[] fitted = Arrays.copyOf(cells, header.width());
        Arrays.fill(fitted, Math.min(cells.length, fitted.length), fitted.length, "");
        return fitted;
    }

    private List<CellKind> fitted(CellKind[] kinds) {
        CellKind[] fitted = Arrays.copyOf(kinds, header.width());
        Arrays.fill(fitted, Math.min(kinds.length, fitted.length), fitted.length, CellKind.TEXT);
        return Arrays.asList(fitted);
    }

    private static List<String> shortened(Row row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.cells()) {
            cells.add(
                    cell.length() <= Limits.FAULT_CHARS
                            ? cell
                            : cell.substring(0, Limits.FAULT_CHARS) + "…");
        }
        return cells;
    }
}
