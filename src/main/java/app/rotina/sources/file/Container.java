package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Content.Flow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as it came, which is a table or holds some. An archive is opened one level deep, since
 * every further one multiplies what a small file can unpack to.
 */
final class Container {
    private static final int OLE2_SEARCH = 32 << 20;

    private final Path file;
    private final String name;
    private final Path tempFolder;

    Container(Path file, String name, Path tempFolder) {
        this.file = file;
        this.name = name;
        this.tempFolder = tempFolder;
    }

    List<RawFile> tables() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, name);
        }
        Content content = Content.of(file);
        byte[] head = content.head(Magic.HEAD);
        if (Magic.isGzip(head)) {
            return List.of(packed(Content.gzip(file, name), name));
        }
        if (!Magic.isZip(head)) {
            return List.of(new RawFile(name, text(content, head, name)));
        }
        return Workbook.isOne(file, name)
                ? List.of(new RawFile(name, Workbook.in(file, name, false)))
                : entries(new Archive(file, name));
    }

    private List<RawFile> entries(Archive archive) throws IOException {
        List<RawFile> tables = new ArrayList<>();
        try {
            for (Archive.Entry entry : archive.entries()) {
                tables.add(packed(entry.content(), entry.shown()));
            }
        } catch (IOException | RuntimeException e) {
            tables.forEach(RawFile::close);
            throw e;
        }
        if (tables.isEmpty()) {
            throw new RotinaException(Problem.FILE_NOT_A_TABLE, name, "ZIP");
        }
        return tables;
    }

    private RawFile packed(Content content, String shown) throws IOException {
        byte[] head = content.head(Magic.HEAD);
        if (Magic.isGzip(head)) {
            throw new RotinaException(Problem.FILE_IN_ARCHIVE_IN_ARCHIVE, name, shown);
        }
        return new RawFile(
                shown, Magic.isZip(head) ? workbook(content, shown) : text(content, head, shown));
    }

    private Table workbook(Content content, String shown) throws IOException {
        Path unpacked = Files.createTempFile(tempFolder, "workbook", ".xlsx");
        try {
            copy(content, unpacked, shown);
            if (!Workbook.isOne(unpacked, shown)) {
                throw new RotinaException(Problem.FILE_IN_ARCHIVE_IN_ARCHIVE, name, shown);
            }
            return Workbook.in(unpacked, shown, true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unpacked);
            throw e;
        }
    }

    private static void copy(Content content, Path to, String shown) throws IOException {
        try (Flow flow = content.open();
                InputStream bounded = new Unpacked(flow, Limits.WORKBOOK, Limits.WORKBOOK, shown)) {
            Files.copy(bounded, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Body text(Content content, byte[] head, String shown) throws IOException {
        if (Magic.isOle2(head)) {
            throw ole2(content, shown);
        }
        @Nullable String foreign = Magic.foreign(head);
        if (Magic.JSON.equals(foreign) && Messages.isIn(content)) {
            return new Messages(content);
        }
        if (foreign != null) {
            throw new RotinaException(Problem.FILE_NOT_A_TABLE, shown, foreign);
        }
        return new Delimited(content, shown);
    }

    /** A workbook with a password is a stream named so in the container of the old format. */
    private static RotinaException ole2(Content content, String shown) throws IOException {
        String bytes = new String(content.head(OLE2_SEARCH), StandardCharsets.ISO_8859_1);
        String stream =
                new String(
                        "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                        StandardCharsets.ISO_8859_1);
        return bytes.contains(stream)
                ? new RotinaException(Problem.FILE_PROTECTED, shown)
                : new RotinaException(Problem.FILE_NOT_A_TABLE, shown, "Excel 97–2003 (.xls)");
    }
}
