package app.rotina.routine;

import app.rotina.kernel.DataFolder;
import app.rotina.sample.SampleSize;
import app.rotina.sample.SampleStore;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A generated sample store, taken in once for all tests of this JVM, and its truth. */
final class SampleShop {
    static final LocalDate END = LocalDate.parse("2025-09-10");

    /** A small shop of some 16 orders a day. */
    static final SampleShop SHOP = new SampleShop(12_000);

    /** A shop of some 200 orders a day, where what goes wrong stands out from chance. */
    static final class Large {
        static final SampleShop SHOP = new SampleShop(150_000);

        private Large() {}
    }

    final StoreForTests store;
    final JsonNode truth;
    final JdbcClient state;

    SampleShop(long orders) {
        try {
            Path folder = StateForTests.lastingFolder();
            Path sample = folder.resolve("sample");
            SampleStore.write(sample, new SampleSize(orders, 1, END), SampleStore.Progress.SILENT);
            store = new StoreForTests(folder);
            store.takeFiles(files(sample));
            truth = JsonMapper.shared().readTree(Files.readString(sample.resolve("truth.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(state, store.store());
    }

    private static List<Path> files(Path sample) throws IOException {
        try (Stream<Path> files = Files.list(sample)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    /** Closing as it runs at noon of a day. */
    Closing closingOn(LocalDate today) {
        return closing(store, state, noon(today));
    }

    Explaining explaining() {
        return new Explaining(
                store.catalog(),
                store.metrics(),
                new Explanations(store.warehouse()),
                StateForTests.goals(state),
                SeasonsForTests.of(store.metrics(), store.warehouse(), state),
                noon(END.plusDays(1)));
    }

    GoalSetting goals() {
        return goals(store, state);
    }

    static GoalSetting goals(StoreForTests store, JdbcClient state) {
        return new GoalSetting(
                store.catalog(),
                SeasonsForTests.of(store.metrics(), store.warehouse(), state),
                StateForTests.goals(state),
                StateForTests.closes(state, noon(END)));
    }

    static Closing closing(StoreForTests store, JdbcClient state, Clock clock) {
        return new Closing(
                store.catalog(),
                store.metrics(),
                new Explanations(store.warehouse()),
                StateForTests.goals(state),
                SeasonsForTests.of(store.metrics(), store.warehouse(), state),
                new CloseBook(
                        StateForTests.closes(state, clock), StateForTests.notes(state, clock)),
                settling(store, state, clock),
                store.warehouse(),
                clock);
    }

    static Settling settling(StoreForTests store, JdbcClient state, Clock clock) {
        return new Settling(
                store.catalog(), store.warehouse(), StateForTests.profiles(state, clock), clock);
    }

    static Clock noon(LocalDate day) {
        return Clock.fixed(day.atTime(15, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    JsonNode incident(String id) {
        return truth.path("incidents")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
