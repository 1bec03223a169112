package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that runs full for real: a small one in memory, which only root can mount. */
class FullDiskTest {
    private static final int MEGABYTES = 24;
    private static final String ORDERS = "order_id,placed_at,status,customer_id";

    @TempDir Path folder;
    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk),
                "skipped: a disk to fill can only be mounted as root, outside of most containers");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk);
    }

    /** Wherever it happens: while rows are staged, landed, or written to the database. */
    @ParameterizedTest
    @ValueSource(longs = {4_000_000, 7_000_000})
    void saysThatTheDiskIsFullAndWorksOnOnceItIsNot(long left) throws IOException {
        try (StoreForTests shop = new StoreForTests(disk)) {
            shop.take(ORDERS, "1,2026-03-02T10:00:00,approved,ana");
            List<String> before = shop.everything();
            Path ballast = fill(left);
            String[] large = large();
            RotinaException full =
                    catchThrowableOfType(RotinaException.class, () -> shop.take(large));
            assertThat(full.problem()).isEqualTo(Problem.DISK_FULL);
            Files.delete(ballast);
            assertThat(shop.everything()).isEqualTo(before);
            assertThat(shop.landed())
                    .containsExactly("000001.json", "000001.parquet", "000001.rejected.parquet");
            assertThat(shop.take(ORDERS, "2,2026-03-02T11:00:00,approved,bia").inserted())
                    .isEqualTo(1);
            assertThat(shop.value("orders", "2026-03-02")).isEqualTo("2");
            RebuildTest.assertSameWhenRebuilt(shop);
        }
    }

    /** Leaves less than a large file needs; the file itself is written before. */
    private Path fill(long left) throws IOException {
        Path ballast = disk.resolve("ballast");
        long free = disk.toFile().getUsableSpace();
        Files.write(ballast, new byte[(int) (free - left)]);
        return ballast;
    }

    private static String[] large() {
        List<String> lines = new ArrayList<>(List.of(ORDERS));
        IntStream.range(10, 60_000)
                .mapToObj(n -> n + ",2026-03-03T10:00:00,approved,customer-" + n * 7919L)
                .forEach(lines::add);
        return lines.toArray(String[]::new);
    }

    private static boolean run(Object... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(Stream.of(command).map(String::valueOf).toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such command here
        }
    }
}
