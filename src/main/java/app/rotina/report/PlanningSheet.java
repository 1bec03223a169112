package app.rotina.report;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/**
 * The shared daily planning sheet as a workbook that goes out with live formulas and comes back
 * with an edited plan.
 */
public final class PlanningSheet {
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_BYTES_UNPACKED = 50_000_000;

    private PlanningSheet() {}

    /** Writes an XLSX workbook; leaves the stream open. */
    public static void write(SheetModel model, OutputStream out) throws IOException {
        new SheetWriter(model).write(out);
    }

    /** Reads a workbook back; its sheet must be laid out as it was written. */
    public static SheetPlan read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw new RotinaException(Problem.SHEET_NOT_OURS);
        }
        try {
            if (!Unpacked.isAtMost(MOST_BYTES_UNPACKED, file)) {
                throw new RotinaException(Problem.SHEET_NOT_OURS);
            }
            return SheetReader.read(file);
        } catch (IOException | ExcelReaderException e) {
            // the bytes are here already: whatever fails now is in them
            throw new RotinaException(Problem.SHEET_NOT_OURS, e);
        }
    }
}
