import app.rotina.kernel.Store;
import app.rotina.sources.ReadingContext;
import app.rotina.sources.RejectedRow;
import app.rotina.sources.RowSink;
import app.rotina.sources.SourceFile;
import app.rotina.sources.SourceRow;
import app.rotina.sources.file.Layout;
import app.rotina.sources.file.RawFault;
import app.rotina.sources.file.RawFile;
import app.rotina.sources.file.RawRecord;
import app.rotina.sources.file.RawSink;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reading files against the libraries alone on the same bytes, and a workbook in a small heap. */
public final class Files {
    private static final int ROUNDS = 3;
    private static final List<String> HEADER =
            List.of("line_id", "order_id", "kind", "occurred_at", "sku", "product_name", "quantity", "unit_price", "gross", "discount", "amount", "cost");
    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 1, 0, 0);

    private static long kept;

    private Files() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 2 && args[0].equals("read")) {
            small(Path.of(args[1]));
            return;
        }
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = java.nio.file.Files.createTempDirectory("rotina-bench");
        try {
            text(folder.resolve("utf8.csv"), rows, ',', StandardCharsets.UTF_8);
            text(folder.resolve("latin.csv"), rows, ';', Charset.forName("windows-1252"));
            Path book = folder.resolve("book.xlsx");
            workbook(book, rows);
            csv("CSV, UTF-8", folder.resolve("utf8.csv"), ',', StandardCharsets.UTF_8, rows);
            csv("CSV, Windows-1252", folder.resolve("latin.csv"), ';', Charset.forName("windows-1252"), rows);
            xlsx(book, rows);
            inSmallHeap(book);
        } finally {
            try (Stream<Path> all = java.nio.file.Files.list(folder)) {
                for (Path file : all.toList()) {
                    java.nio.file.Files.delete(file);
                }
            }
            java.nio.file.Files.delete(folder);
        }
    }

    private static void csv(String name, Path file, char sign, Charset charset, int rows)
            throws Exception {
        double alone =
                best(
                        () -> {
                            try (CsvReader<CsvRecord> reader =
                                            CsvReader.builder().fieldSeparator(sign).ofCsvRecord(file, charset);
                                    CloseableIterator<CsvRecord> all = reader.iterator()) {
                                while (all.hasNext()) {
                                    kept += all.next().getFieldCount();
                                }
                            }
                        });
        compare(name, "FastCSV", file, rows, alone);
    }

    private static void xlsx(Path file, int rows) throws Exception {
        double alone =
                best(
                        () -> {
                            try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                                    Stream<Row> all = book.getFirstSheet().openStream()) {
                                all.forEach(
                                        row -> {
                                            for (int i = 0; i < row.getCellCount(); i++) {
                                                Cell cell = row.getCell(i);
                                                kept += cell == null ? 0 : cell.getRawValue().length();
                                            }
                                        });
                            }
                        });
        compare("XLSX", "fastexcel", file, rows, alone);
    }

    private static void compare(String name, String library, Path file, int rows, double alone)
            throws Exception {
        double raw = best(() -> raw(file));
        double typed = best(() -> kept += typed(file));
        System.out.printf(
                Locale.ROOT,
                "%s, %,d rows: %s alone %,.0f rows/s; read %,.0f rows/s = %.2fx its time; read, recognised and typed %,.0f rows/s = %.2fx%n",
                name, rows, library, rows / alone, rows / raw, raw / alone, rows / typed, typed / alone);
    }

    private static void raw(Path file) {
        for (RawFile table : RawFile.open(file, "file", temp())) {
            try (table) {
                table.read(
                        Layout.DETECT,
                        new RawSink() {
                            @Override
                            public void header(List<String> header, int line) {}

                            @Override
                            public void record(RawRecord row) {
                                kept += row.cells().size();
                            }

                            @Override
                            public void fault(RawFault fault) {
                                throw new IllegalStateException(fault.toString());
                            }
                        });
            }
        }
    }

    private static long typed(Path file) {
        long[] rows = new long[1];
        for (SourceFile source : SourceFile.open(file, "file", context())) {
            try (source) {
                source.read(
                        new RowSink() {
                            @Override
                            public void take(SourceRow row) {
                                rows[0]++;
                            }

                            @Override
                            public void reject(RejectedRow row) {
                                throw new IllegalStateException(row.toString());
                            }
                        });
            }
        }
        return rows[0];
    }

    /** In a process of its own, since a heap is set when one starts. */
    private static void inSmallHeap(Path book) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "Files",
                                "read",
                                book.toString())
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a heap of 512 MB did not do");
        }
    }

    private static void small(Path book) {
        long start = System.nanoTime();
        long rows = typed(book);
        System.out.printf(
                Locale.ROOT,
                "XLSX of %,d rows, %,d MB, in a heap of %d MB: %.1f s%n",
                rows, book.toFile().length() >> 20, Runtime.getRuntime().maxMemory() >> 20, (System.nanoTime() - start) / 1e9);
    }

    private static void text(Path file, int rows, char sign, Charset charset) throws IOException {
        try (Writer out = java.nio.file.Files.newBufferedWriter(file, charset)) {
            out.write(String.join(String.valueOf(sign), HEADER) + "\n");
            for (int i = 0; i < rows; i++) {
                Object[] row = row(i);
                out.write(String.join(String.valueOf(sign), Arrays.stream(row).map(String::valueOf).toList()) + "\n");
            }
        }
    }

    private static void workbook(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(file));
                Workbook book = new Workbook(out, "Bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("lines");
            for (int c = 0; c < HEADER.size(); c++) {
                sheet.value(0, c, HEADER.get(c));
            }
            for (int i = 0; i < rows; i++) {
                Object[] row = row(i);
                for (int c = 0; c < row.length; c++) {
                    if (c >= 6) {
                        sheet.value(i + 1, c, new java.math.BigDecimal(row[c].toString()));
                    } else {
                        sheet.inlineString(i + 1, c, row[c].toString());
                    }
                }
                if (i % 1_000 == 999) {
                    sheet.flush();
                }
            }
        }
    }

    private static Object[] row(int i) {
        String price = (20 + i % 300) + ".90";
        return new Object[] {
            "line-" + i, "order-" + i / 2, "product", FIRST.plus(Duration.ofSeconds(37L * i)), "SKU-" + i % 5_000,
            "Vestido Ipê nº " + i % 5_000, 1, price, price, "0.00", price, (10 + i % 100) + ".00"
        };
    }

    private static ReadingContext context() {
        return ReadingContext.of(
                new Store(
                        "bench",
                        "Bench",
                        ZoneId.of("America/Sao_Paulo"),
                        Currency.getInstance("BRL"),
                        Locale.forLanguageTag("pt-BR"),
                        Store.GoalBasis.PLACED,
                        Store.DriverIdentity.SESSIONS_CONVERSION_TICKET),
                new byte[16],
                temp(),
                Clock.systemUTC());
    }

    private static Path temp() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double best(Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }
}
