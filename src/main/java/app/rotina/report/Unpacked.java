package app.rotina.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a workbook in memory, by the archive's directory: spreadsheet writers leave local
 * headers that cannot be read as a stream.
 */
final class Unpacked {
    private static final int CHUNK = 8192;

    private Unpacked() {}

    static ZipFile open(byte[] file) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
    }

    /** A small file can unpack to one that fills the memory. */
    static boolean isAtMost(long bytes, byte[] file) throws IOException {
        long unpacked = 0;
        byte[] chunk = new byte[CHUNK];
        try (ZipFile parts = open(file)) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                InputStream content = parts.getInputStream(part);
                for (int read; (read = content.read(chunk)) >= 0; ) {
                    unpacked += read;
                    if (unpacked > bytes) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
