package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files dropped into a store's folder, under a server that looks by itself. */
class InboxTest {
    private static final String SPEND = "day,spend\n2026-03-02,10.50\n2026-03-03,20.25\n";

    private static ServerForTests server;
    private static Store shop;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        shop = server.bean(Stores.class).add(StateForTests.store("shop"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void takesAFileInOnceItHasStoppedGrowing() throws IOException {
        Path folder = folder();
        Path file = Files.writeString(folder.resolve("spend.csv"), "day,spend\n");
        look();
        Files.writeString(file, SPEND);
        look();
        assertThat(file).exists();
        waitFor(() -> !Files.exists(file));

        assertThat(folder.resolve("done/spend.csv")).hasContent(SPEND);
        assertThat(server.bean(Warehouse.class).log().latest(shop.id(), 10))
                .anySatisfy(entry -> assertThat(entry.file()).isEqualTo("spend.csv"));
    }

    @Test
    void keepsAnEarlierFileOfTheSameName() throws IOException {
        for (int i = 0; i < 2; i++) {
            Path file = Files.writeString(folder().resolve("twice.csv"), SPEND);
            waitFor(() -> !Files.exists(file));
        }
        assertThat(folder().resolve("done/twice.csv")).exists();
        assertThat(folder().resolve("done/2-twice.csv")).exists();
    }

    @Test
    void laysAFileItCannotReadAsideWithTheReason() throws IOException {
        Path file = Files.writeString(folder().resolve("letter.csv"), "%PDF-1.7 no table");
        waitFor(() -> !Files.exists(file));

        assertThat(folder().resolve("failed/letter.csv")).exists();
        assertThat(Files.readString(folder().resolve("failed/letter.csv.reason.txt")))
                .contains("letter.csv")
                .contains("PDF");
        assertThat(server.bean(Inbox.class).of(shop).refused())
                .anySatisfy(one -> {
                    assertThat(one.name()).isEqualTo("letter.csv");
                    assertThat(one.reason()).contains("PDF");
                });
    }

    @Test
    void opensNoLinkAndNoFolder() throws IOException {
        Path secret = Files.writeString(Path.of(server.folder()).resolve("secret.csv"), SPEND);
        Path link = Files.createSymbolicLink(folder().resolve("linked.csv"), secret);
        Path inner = Files.createDirectory(folder().resolve("inner"));
        Files.writeString(inner.resolve("spend.csv"), SPEND);
        waitFor(() -> !Files.exists(inner) && !Files.isSymbolicLink(link));

        assertThat(secret).hasContent(SPEND);
        assertThat(Files.isSymbolicLink(folder().resolve("failed/linked.csv"))).isTrue();
        assertThat(folder().resolve("failed/linked.csv.reason.txt")).isNotEmptyFile();
        assertThat(folder().resolve("failed/inner/spend.csv")).exists();
        assertThat(server.bean(Warehouse.class).log().latest(shop.id(), 50))
                .noneSatisfy(entry -> assertThat(entry.file()).contains("linked"));
    }

    @Test
    void leavesHiddenAndUnfinishedFiles() throws IOException {
        List<String> names = List.of(".DS_Store", "report.csv.part", "~lock.csv", "x.crdownload");
        for (String name : names) {
            Files.writeString(folder().resolve(name), SPEND);
        }
        look();
        look();
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsAll(names);
        }
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of(server.folder()).resolve("inbox/shop"));
    }

    private static void look() {
        server.bean(Inbox.class).look();
    }

    private static void waitFor(BooleanSupplier done) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(50_000_000);
            look();
        }
    }
}
