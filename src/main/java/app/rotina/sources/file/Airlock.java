package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where a workbook passes before it is read. What reads it afterwards trusts it: it holds a cell,
 * all shared texts and as many columns as a reference asks for in memory. So all parts are looked
 * through first, and the workbook is refused where one would ask for too much.
 */
final class Airlock {
    private Airlock() {}

    /**
     * Lets a workbook pass.
     *
     * @return how many rows its longest sheet has
     */
    static long pass(Path file, String name) throws IOException {
        long rows = 0;
        long texts = 0;
        long highestText = -1;
        try (ZipFile zip = Archive.open(file, name)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                PartScan part = scan(zip, entries.nextElement(), name);
                rows = Math.max(rows, part.rows());
                texts += part.texts();
                highestText = Math.max(highestText, part.highestText());
            }
        }
        if (highestText >= texts) {
            throw new RotinaException(Problem.FILE_DAMAGED, name);
        }
        return rows;
    }

    private static PartScan scan(ZipFile zip, ZipEntry entry, String name) throws IOException {
        PartScan part = new PartScan(name);
        InputStream packed = zip.getInputStream(entry);
        try (InputStream in =
                new Unpacked(packed, entry.getCompressedSize(), Limits.UNPACKED, name)) {
            part.pass(in);
        }
        return part;
    }
}
