package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Look.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A table in a sheet of an XLSX workbook. */
final class Workbook implements Table {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final Encoding ENCODING =
            new Encoding(StandardCharsets.UTF_8, 0, false, false, -1);

    private final Path file;
    private final String name;
    private final boolean temporary;
    private final boolean styled;
    private final long size;
    private final long lastRow;

    private Workbook(Path file, String name, boolean temporary) throws IOException {
        this.file = file;
        this.name = name;
        this.temporary = temporary;
        this.size = Files.size(file);
        try (ZipFile zip = Archive.open(file, name)) {
            this.styled = text(zip, CONTENT_TYPES).contains("spreadsheetml.styles+xml");
        }
        this.lastRow = Math.max(1, Airlock.pass(file, name));
    }

    /**
     * True if the zip file is a workbook of Excel.
     *
     * @throws RotinaException if it is a document that is no table, or one with macros
     */
    static boolean isOne(Path file, String name) throws IOException {
        try (ZipFile zip = Archive.open(file, name)) {
            if (zip.getEntry(CONTENT_TYPES) == null) {
                refuseOpenDocument(zip, name);
                return false;
            }
            String types = text(zip, CONTENT_TYPES);
            refuseOthers(types, name);
            if (types.contains("macroEnabled") || types.contains("vbaProject")) {
                throw new RotinaException(Problem.FILE_WITH_MACROS, name);
            }
            return true;
        }
    }

    /** A workbook whose parts have all been looked through. */
    static Workbook in(Path file, String name, boolean temporary) throws IOException {
        return new Workbook(file, name, temporary);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Shape shape(Layout layout) throws IOException {
        try (ReadableWorkbook book = open()) {
            List<String> sheets = book.getSheets().map(Sheet::getName).toList();
            sheet(book, layout);
            return new Shape(Format.XLSX, ENCODING, ',', null, List.of(), sheets);
        }
    }

    @Override
    public Rows rows(Layout layout, Shape shape) throws IOException {
        ReadableWorkbook book = open();
        try {
            return new SheetRows(book, sheet(book, layout), this);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }

    /** How much of the file a row stands for. */
    long position(long row) {
        return size * Math.min(row, lastRow) / lastRow;
    }

    RotinaException damaged(Exception cause) {
        return cause instanceof RotinaException known
                ? known
                : new RotinaException(Problem.FILE_DAMAGED, cause, name);
    }

    private ReadableWorkbook open() throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true));
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private Sheet sheet(ReadableWorkbook book, Layout layout) {
        @Nullable String wanted = layout.sheet();
        return book.getSheets()
                .filter(sheet ->
                        wanted == null
                                ? sheet.getVisibility() == SheetVisibility.VISIBLE
                                : sheet.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown(book, wanted));
    }

    private RotinaException unknown(ReadableWorkbook book, @Nullable String wanted) {
        List<String> sheets = book.getSheets().map(Sheet::getName).toList();
        return wanted == null
                ? damaged(new ExcelReaderException("no visible sheet"))
                : new RotinaException(
                        Problem.UNKNOWN_SHEET, name, wanted, String.join(", ", sheets));
    }

    private static void refuseOpenDocument(ZipFile zip, String name) throws IOException {
        if (zip.getEntry("mimetype") != null
                && text(zip, "mimetype").startsWith("application/vnd.oasis.")) {
            throw new RotinaException(Problem.FILE_NOT_A_TABLE, name, "OpenDocument");
        }
    }

    private static void refuseOthers(String types, String name) {
        if (types.contains("ms-excel.sheet.binary")) {
            throw new RotinaException(Problem.FILE_NOT_A_TABLE, name, "Excel Binary (.xlsb)");
        }
        if (types.contains("wordprocessingml")) {
            throw new RotinaException(Problem.FILE_NOT_A_TABLE, name, "Word (.docx)");
        }
        if (types.contains("presentationml")) {
            throw new RotinaException(Problem.FILE_NOT_A_TABLE, name, "PowerPoint (.pptx)");
        }
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return new String(in.readNBytes(Limits.RECORD_CHARS), StandardCharsets.UTF_8);
        }
    }
}
