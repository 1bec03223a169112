package app.rotina.sources.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** Collects the cells of one record; it is used again for the next. */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
    private String[] cells = new String[32];
    private int count;

    @Override
    protected void handleBegin(long line) {
        count = 0;
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
        if (count < Limits.COLUMNS) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, count * 2);
            }
            cells[count] = length == 0 ? "" : new String(text, offset, length);
        }
        count++;
    }

    @Override
    protected Cells buildRecord() {
        return this;
    }

    /** How many cells the record has, also where not all were kept. */
    int count() {
        return count;
    }

    String[] kept() {
        return Arrays.copyOf(cells, Math.min(count, Limits.COLUMNS));
    }
}
