package app.rotina.sources.file;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, streamed. */
final class SheetRows implements Rows {
    private final ReadableWorkbook book;
    private final Workbook file;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final SheetCell cell;
    private long line;

    SheetRows(ReadableWorkbook book, Sheet sheet, Workbook file) throws IOException {
        this.book = book;
        this.file = file;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.cell = new SheetCell(book.isDate1904());
    }

    @Override
    public @Nullable Row next() {
        try {
            return rows.hasNext() ? row(rows.next()) : null;
        } catch (RuntimeException e) { // the reader of workbooks throws many kinds on broken parts
            throw file.damaged(e);
        }
    }

    @Override
    public long position() {
        return file.position(line);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }

    private Row row(org.dhatim.fastexcel.reader.Row row) {
        line = row.getRowNum();
        int columns = row.getCellCount();
        int kept = Math.min(columns, Limits.COLUMNS);
        String[] cells = new String[kept];
        CellKind[] kinds = new CellKind[kept];
        for (int i = 0; i < kept; i++) {
            @Nullable Cell one = row.getCell(i);
            cell.read(one);
            cells[i] = cell.text();
            kinds[i] = cell.kind();
        }
        return new Row(line, cells, columns, kinds, true, null);
    }
}
