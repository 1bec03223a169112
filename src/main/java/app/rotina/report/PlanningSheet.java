package app.rotina.report;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/**
 * The shared daily planning sheet as a workbook that goes out with live formulas and comes back
 * with an edited plan.
 */
public final class PlanningSheet {
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_BYTES_UNPACKED = 50_000_000;
    private static final int CHUNK = 8192;

    private PlanningSheet() {}

    /** Writes an XLSX workbook; leaves the stream open. */
    public static void write(SheetModel model, OutputStream out) throws IOException {
        new SheetWriter(model).write(out);
    }

    /** Reads a workbook back; its sheet must be laid out as it was written. */
    public static SheetPlan read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES || !unpacksWithinReason(file)) {
            throw new RotinaException(Problem.SHEET_NOT_OURS);
        }
        try {
            return SheetReader.read(file);
        } catch (ExcelReaderException e) {
            throw new RotinaException(Problem.SHEET_NOT_OURS, e);
        }
    }

    /** A small file can unpack to one that fills the memory. */
    private static boolean unpacksWithinReason(byte[] file) throws IOException {
        long unpacked = 0;
        byte[] chunk = new byte[CHUNK];
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (parts.getNextEntry() != null) {
                for (int read; (read = parts.read(chunk)) >= 0; ) {
                    unpacked += read;
                    if (unpacked > MOST_BYTES_UNPACKED) {
                        return false;
                    }
                }
            }
        }
        return unpacked > 0;
    }
}
