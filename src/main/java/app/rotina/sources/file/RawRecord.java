package app.rotina.sources.file;

import java.util.List;

/**
 * One data record, as many cells as the header has, in the header's order.
 *
 * @param record its number among the data records, from 1; faults are counted too
 * @param line the physical line or sheet row it starts on, from 1
 * @param cells raw text; a workbook's numbers and dates in the form {@link CellKind} tells; an
 *     empty cell is an empty text
 * @param kinds of each cell; empty: all are text
 */
public record RawRecord(long record, long line, List<String> cells, List<CellKind> kinds) {

    public CellKind kind(int column) {
        return kinds.isEmpty() ? CellKind.TEXT : kinds.get(column);
    }
}
