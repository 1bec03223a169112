package app.rotina.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSizeTest {
    private static final LocalDate END = LocalDate.parse("2018-12-31");

    @TempDir Path folder;

    @Test
    void givesTheSameBytesUnderAnyLocaleAndZone() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = digest("here", new SampleSize(2000, 5, END));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(digest("there", new SampleSize(2000, 5, END))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(digest("other", new SampleSize(2000, 6, END))).isNotEqualTo(here);
    }

    /** Holds on every machine; a deliberate change of the sample changes it. */
    @Test
    void givesTheBytesItAlwaysGave() throws Exception {
        assertThat(digest("golden", new SampleSize(2000, 5, END)))
                .isEqualTo("1148c0fbc346a6281e8b9b2d02c623760a4a10082a8507c89a92394a776b9bcf");
    }

    @Test
    void keepsClockChangesInTheirLocalDays() {
        SampleFiles files = SampleFiles.write(folder, new SampleSize(80_000, 2, END));
        List<String> placed =
                files.rows("orders.csv").stream().map(row -> row.text("placed_at")).toList();
        assertThat(placed)
                .filteredOn(time -> time.startsWith("2018-11-04"))
                .isNotEmpty()
                .allMatch(time -> time.endsWith("-02:00"))
                .noneMatch(time -> time.startsWith("2018-11-04T00"));
        assertThat(placed)
                .filteredOn(time -> time.startsWith("2018-02-17T23"))
                .anyMatch(time -> time.endsWith("-02:00"))
                .anyMatch(time -> time.endsWith("-03:00"));
        assertThat(SampleFiles.count(files.rows("orders.csv"), "placed_at", all -> true))
                .isEqualTo(files.truthByDay("orders"));
    }

    @Test
    void growsWithTheOrdersAskedForInTheSameMemory() {
        AtomicLong smallHeap = new AtomicLong();
        AtomicLong largeHeap = new AtomicLong();
        long small = written(5_000, smallHeap);
        long large = written(50_000, largeHeap);

        assertThat((double) small).isCloseTo(5_000, within(250.0));
        assertThat((double) large).isCloseTo(50_000, within(1_000.0));
        assertThat(largeHeap.get() - smallHeap.get()).isLessThan(4_000_000);
    }

    @Test
    void coversTwentyFourMonthsUpToItsEnd() {
        assertThat(new SampleSize(1, 1, LocalDate.parse("2026-11-21")).days().from())
                .isEqualTo("2024-11-22");
        assertThat(new SampleSize(1, 1, LocalDate.parse("2024-02-29")).days().from())
                .isEqualTo("2022-03-01");
    }

    @Test
    void writesASingleOrderWithoutFailing() {
        SampleFiles files = SampleFiles.write(folder, new SampleSize(1, 1, END));
        assertThat(files.rows("products.csv")).hasSizeGreaterThan(100);
        assertThat(files.truth().path("days")).hasSize(730);
    }

    @Test
    void refusesASampleWithoutOrders() {
        assertThatThrownBy(() -> new SampleSize(0, 1, END))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BAD_ARGUMENT));
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() ->
                        SampleStore.write(
                                file, new SampleSize(1, 1, END), SampleStore.Progress.SILENT))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BAD_ARGUMENT));
    }

    private long written(long orders, AtomicLong heap) {
        return SampleStore.write(
                folder,
                new SampleSize(orders, 1, END),
                (done, all) -> {
                    if (done == all) {
                        heap.set(liveHeap());
                    }
                });
    }

    private static long liveHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private String digest(String name, SampleSize size) throws Exception {
        Path here = folder.resolve(name);
        SampleStore.write(here, size, SampleStore.Progress.SILENT);
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.list(here)) {
            for (Path file : files.sorted().toList()) {
                add(digest, file);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }

    private static MessageDigest sha256() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }
}
