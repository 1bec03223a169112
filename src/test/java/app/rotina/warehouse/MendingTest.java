package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.kernel.RotinaException;
import app.rotina.sources.CellRule;
import app.rotina.warehouse.Quarantine.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting rows of several kinds of file, mended in part. */
class MendingTest {
    private static final String ORDERS = "order_id,placed_at,status,customer_id";
    private static final String VISITS = "day,sessions";

    @TempDir Path folder;
    private StoreForTests shop;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        shop.take(ORDERS, "1,yesterday,approved,ana", "2,tomorrow,approved,bia");
        shop.take(VISITS, "2026-03-02,many");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void readsACellAsWasSaidOfAnEarlierOne() {
        shop.knows(
                new CellRule("rotina/orders", "Placed_At", "Yesterday", "2026-03-02T10:00:00"),
                new CellRule("rotina/orders", "placed_at", "tomorrow", null));
        ImportReport later =
                shop.take(ORDERS, "3, YESTERDAY ,approved,ana", "4,tomorrow,approved,bia");
        assertThat(later.inserted()).isEqualTo(1);
        assertThat(later.quarantined()).isZero();
        assertThat(later.read()).isEqualTo(2);
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
        RebuildTest.assertSameWhenRebuilt(shop);
        Map<Long, List<String>> asTheyAre = new HashMap<>();
        waiting().forEach((id, said) -> asTheyAre.put(id, List.of(said.split("\\|", -1))));
        asTheyAre.values().removeIf(cells -> cells.size() < 4);
        shop.mend(asTheyAre);
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("2");
    }

    @Test
    void keepsTheNumberOfARowThatIsStillAtFault() {
        Map<Long, String> before = waiting();
        Map<Long, List<String>> mended = new HashMap<>();
        before.forEach((id, said) -> mended.put(id, cells(said)));
        ImportReport report = shop.mend(mended);
        assertThat(report.inserted()).isEqualTo(2);
        assertThat(report.quarantined()).isEqualTo(1);
        long left = id(before, "2|tomorrow|approved|bia");
        assertThat(waiting()).containsOnly(Map.entry(left, "2|some day|approved|bia"));
        RebuildTest.assertSameWhenRebuilt(shop);
        assertThat(waiting()).containsOnlyKeys(left);
        shop.mend(Map.of(left, List.of("2", "2026-03-03T10:00:00", "approved", "bia")));
        assertThat(waiting()).isEmpty();
        assertThat(shop.value("orders", "2026-03-02", "2026-03-03")).isEqualTo("2");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    void closesItsFilesWhenItFails() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: no list of open files");
        Map<Long, String> before = waiting();
        Path inTheWay =
                Files.createDirectory(shop.engine().landedFolder("ipe").resolve("000003.parquet"));
        Map<Long, List<String>> mended = new HashMap<>();
        before.forEach((id, said) -> mended.put(id, cells(said)));
        assertThatThrownBy(() -> shop.mend(mended)).isInstanceOf(RotinaException.class);
        assertThat(openFiles()).noneMatch(file -> file.contains("mended"));
        try (Stream<Path> spool = Files.list(folder.resolve("spool"))) {
            assertThat(spool).isEmpty();
        }
        assertThat(waiting()).isEqualTo(before);
        Files.deleteIfExists(inTheWay);
        assertThat(shop.mend(mended).inserted()).isEqualTo(2);
    }

    private static List<String> cells(String said) {
        return switch (said) {
            case "1|yesterday|approved|ana" ->
                    List.of("1", "2026-03-02T10:00:00", "approved", "ana");
            case "2|tomorrow|approved|bia" -> List.of("2", "some day", "approved", "bia");
            case "2026-03-02|many" -> List.of("2026-03-02", "70");
            default -> throw new AssertionError(said);
        };
    }

    private static long id(Map<Long, String> rows, String said) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().equals(said))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Map<Long, String> waiting() {
        Map<Long, String> rows = new HashMap<>();
        for (Waiting row : shop.warehouse().quarantine().waiting("ipe", shop.key())) {
            rows.put(row.id(), String.join("|", row.cells()));
        }
        return rows;
    }

    private static List<String> openFiles() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    open.add(target(file));
                }
            }
        }
        return open;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}
