package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerTest extends FileTest {
    private static final String TABLE = "id,nome\n1,João\n2,Ana\n";

    @Test
    void unwrapsGzipWhateverItsName() {
        byte[] packed = gzip(TABLE.getBytes(UTF_8));

        RawFile file = files(packed, "orders.csv").getFirst();

        assertThat(Taken.from(file, Layout.DETECT).firsts()).containsExactly("1", "2");
        assertThat(file.size()).isEqualTo(packed.length);
        assertThat(Taken.from(file, Layout.DETECT).bytesRead).isEqualTo(packed.length);
    }

    @Test
    @DisplayName("93 cut off at 60 %")
    void saysThatACutFileIsDamaged() {
        StringBuilder text = new StringBuilder("id,value\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(',').append(i * 7919L).append('\n');
        }
        byte[] packed = gzip(text.toString().getBytes(UTF_8));
        byte[] zipped = Xlsx.zip(Map.of("a.csv", text.toString()));

        RawFile cut = file(Arrays.copyOf(packed, packed.length * 6 / 10));

        assertProblem(Problem.FILE_DAMAGED, () -> cut.read(Layout.DETECT, new Taken()));
        assertProblem(
                Problem.FILE_DAMAGED,
                () -> files(Arrays.copyOf(zipped, zipped.length * 6 / 10), "a.zip"));
    }

    @Test
    void opensEachTableOfAZip() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("data/", new byte[0]);
        entries.put("data/orders.csv", TABLE.getBytes(UTF_8));
        entries.put("__MACOSX/data/._orders.csv", bytes(0, 5, 22, 7));
        entries.put(".DS_Store", bytes(0, 0, 0, 1));
        entries.put("itens.xlsx", new Xlsx().sheet(Xlsx.row(1, "sku") + Xlsx.row(2, "A")).bytes());

        List<RawFile> files = files(Xlsx.zipOf(entries), "export.zip");

        assertThat(files)
                .extracting(RawFile::name)
                .containsExactly("export.zip/orders.csv", "export.zip/itens.xlsx");
        assertThat(Taken.from(files.get(0), Layout.DETECT).firsts()).containsExactly("1", "2");
        assertThat(Taken.from(files.get(1), Layout.DETECT).firsts()).containsExactly("A");
    }

    @Test
    void leavesNothingUnpackedBehind() throws IOException {
        byte[] book = new Xlsx().sheet(Xlsx.row(1, "sku") + Xlsx.row(2, "A")).bytes();
        List<RawFile> files = files(Xlsx.zipOf(Map.of("itens.xlsx", book)), "export.zip");

        files.forEach(RawFile::close);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("upload"));
        }
    }

    @Test
    @DisplayName("3 names of entries in GBK")
    void opensAZipWithChineseNames() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, GBK)) {
            zip.putNextEntry(new ZipEntry("订单.csv"));
            zip.write(TABLE.getBytes(UTF_8));
        }

        assertThat(files(out.toByteArray(), "a.zip").getFirst().name()).isEqualTo("a.zip/订单.csv");
    }

    @Test
    @DisplayName("85 zip bomb")
    void stopsABombByWhatItUnpacksTo() {
        byte[] bomb = zipOfLines(80 << 20);

        RawFile file = files(bomb, "export.zip").getFirst();

        assertThat(bomb.length).isLessThan(2 << 20);
        assertProblem(
                Problem.FILE_UNPACKS_TOO_LARGE, () -> file.read(Layout.DETECT, new Counting()));
    }

    @Test
    @DisplayName("85 zip bomb in a workbook")
    void stopsABombInAWorkbook() {
        byte[] bomb = bombIn("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", 80 << 20);

        assertProblem(Problem.FILE_UNPACKS_TOO_LARGE, () -> files(bomb, "a.xlsx"));
    }

    @Test
    @DisplayName("85 nested zip")
    void opensNoArchiveWithinAnArchive() {
        byte[] inner = Xlsx.zip(Map.of("a.csv", TABLE));

        assertProblem(
                Problem.FILE_IN_ARCHIVE_IN_ARCHIVE,
                () -> files(Xlsx.zipOf(Map.of("inner.csv", inner)), "a.zip"));
        assertProblem(
                Problem.FILE_IN_ARCHIVE_IN_ARCHIVE,
                () -> files(Xlsx.zipOf(Map.of("a.gz", gzip(inner))), "a.zip"));
        assertProblem(Problem.FILE_IN_ARCHIVE_IN_ARCHIVE, () -> files(gzip(inner), "a.gz"));
        assertProblem(Problem.FILE_IN_ARCHIVE_IN_ARCHIVE, () -> files(gzip(gzip(inner)), "a.gz"));
    }

    @Test
    @DisplayName("85 more entries than anyone exports")
    void refusesAnArchiveOfTooManyEntries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i <= Limits.ENTRIES; i++) {
            entries.put(i + ".csv", "a,b\n1,2\n");
        }

        assertProblem(Problem.FILE_DAMAGED, () -> files(Xlsx.zip(entries), "a.zip"));
    }

    @Test
    @DisplayName("88 a “.csv” that is XLSX")
    void recognisesAWorkbookByItsContent() {
        byte[] book = new Xlsx().sheet(Xlsx.row(1, "sku") + Xlsx.row(2, "A")).bytes();

        assertThat(read(book).firsts()).containsExactly("A");
        assertThat(Taken.from(files(gzip(book), "x.gz").getFirst(), Layout.DETECT).firsts())
                .containsExactly("A");
    }

    @ParameterizedTest(name = "88 a “.csv” that is {1}")
    @MethodSource
    void refusesWhatIsNoTable(byte[] content, String format) {
        assertThatThrownBy(() -> file(content))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> {
                            assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_A_TABLE);
                            assertThat(e.in(Texts.of(Texts.BRAZIL))).contains(format);
                        });
    }

    static Stream<Arguments> refusesWhatIsNoTable() {
        return Stream.of(
                Arguments.of("%PDF-1.7\n1 0 obj".getBytes(UTF_8), "PDF"),
                Arguments.of("\n<!DOCTYPE html><html>".getBytes(UTF_8), "HTML"),
                Arguments.of("\uFEFF<table><tr><td>1</td>".getBytes(UTF_8), "HTML"),
                Arguments.of("<html>".getBytes(UTF_16LE), "HTML"),
                Arguments.of("<?xml version=\"1.0\"?><Workbook>".getBytes(UTF_8), "XML"),
                Arguments.of("{\"orders\": [1]}".getBytes(UTF_8), "JSON"),
                Arguments.of("[\n {\"id\": 1}]".getBytes(UTF_8), "JSON"),
                Arguments.of(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10), "PNG"),
                Arguments.of(new byte[5_000], "BIN"),
                Arguments.of(
                        Xlsx.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.sheet")),
                        "OpenDocument"),
                Arguments.of(
                        Xlsx.zip(
                                Map.of(
                                        "[Content_Types].xml",
                                        "<Types><Override ContentType=\"x.wordprocessingml.y\"/>")),
                        "Word"),
                Arguments.of(ole2("Workbook"), "Excel 97"));
    }

    @Test
    @DisplayName("92 password-protected workbook")
    void saysThatAWorkbookIsProtected() {
        assertProblem(Problem.FILE_PROTECTED, () -> file(ole2("EncryptedPackage")));
    }

    @Test
    @DisplayName("92 password-protected zip")
    void saysThatAZipIsProtected() {
        byte[] zip = Xlsx.zip(Map.of("a.csv", TABLE));
        setEncrypted(zip);

        assertProblem(Problem.FILE_PROTECTED, () -> files(zip, "a.zip"));
    }

    @Test
    @DisplayName("91 names that point elsewhere")
    void usesNoNameAsAPath() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../evil.csv", TABLE.getBytes(UTF_8));
        entries.put("/etc/evil\u0007\u202E.csv", TABLE.getBytes(UTF_8));
        entries.put(
                "..\\..\\evil.xlsx",
                new Xlsx().sheet(Xlsx.row(1, "sku") + Xlsx.row(2, "A")).bytes());

        Path deep = Files.createDirectories(folder.resolve("one/two/three"));
        Path upload = Files.write(folder.resolve("upload"), Xlsx.zipOf(entries));

        List<RawFile> files = RawFile.open(upload, "../../../x\0y/export.zip", deep);

        assertThat(files)
                .extracting(RawFile::name)
                .containsExactly(
                        "export.zip/evil.csv", "export.zip/evil.csv", "export.zip/evil.xlsx");
        try (Stream<Path> written = Files.walk(folder)) {
            assertThat(written).noneMatch(path -> path.getFileName().toString().contains("evil"));
        }
    }

    @Test
    @DisplayName("91 a name of 10,000 characters")
    void cutsALongName() {
        assertThat(files(TABLE.getBytes(UTF_8), "x".repeat(10_000)).getFirst().name()).hasSize(200);
    }

    @Test
    void saysThatThereIsNoFile() {
        assertProblem(
                Problem.FILE_NOT_FOUND,
                () -> RawFile.open(folder.resolve("none"), "none.csv", folder));
    }

    private static void assertProblem(Problem problem, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zipOfLines(int size) {
        return bombIn("orders.csv", "a,b\n", size);
    }

    private static byte[] bombIn(String entry, String start, int size) {
        byte[] block = ("1," + "2".repeat(8_189) + "\n").repeat(8).getBytes(UTF_8);
        byte[] rows = ("<row/>" + " ".repeat(8_186)).repeat(8).getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (entry.startsWith("xl/")) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write("<Types/>".getBytes(UTF_8));
            }
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(start.getBytes(UTF_8));
            for (int written = 0; written < size; written += block.length) {
                zip.write(entry.startsWith("xl/") ? rows : block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The container of old Excel with a stream of that name. */
    private static byte[] ole2(String stream) {
        byte[] bytes = new byte[4_096];
        byte[] magic = bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        byte[] name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, bytes, 1_024, name.length);
        return bytes;
    }

    /** Sets the first flag of the entry in the directory of a zip with one entry. */
    private static void setEncrypted(byte[] zip) {
        int directory = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[directory + 8] |= 1;
    }
}
