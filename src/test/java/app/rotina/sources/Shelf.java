package app.rotina.sources;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.kernel.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;

/** Stores and files for tests of sources. */
final class Shelf {
    static final byte[] KEY = "a key of this test only".getBytes(StandardCharsets.UTF_8);
    static final Clock NOW = Clock.fixed(Instant.parse("2026-09-15T12:00:00Z"), ZoneOffset.UTC);

    private Shelf() {}

    static Store brazil() {
        return store("America/Sao_Paulo", "BRL", "pt-BR");
    }

    static Store china() {
        return store("Asia/Shanghai", "CNY", "zh-CN");
    }

    static Store store(String zone, String currency, String language) {
        return new Store(
                "loja-teste",
                "Loja Teste",
                ZoneId.of(zone),
                Currency.getInstance(currency),
                Locale.forLanguageTag(language),
                Store.GoalBasis.PLACED,
                Store.DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    static ReadingContext context(Store store) {
        return ReadingContext.of(store, KEY, Path.of("target", "test-temp"), NOW);
    }

    /** A file of the public data that tests share; without it the test is skipped. */
    static Path shared(String name) {
        String folder = System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data");
        Path file = Path.of(folder).resolve(name);
        assumeTrue(Files.exists(file), "the shared data are not here: " + file);
        return file;
    }
}
