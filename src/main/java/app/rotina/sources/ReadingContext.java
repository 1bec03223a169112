package app.rotina.sources;

import app.rotina.kernel.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of a store's files depends on.
 *
 * @param contactKey the store's secret, under which contacts become tokens
 * @param temp a folder for what must be unpacked
 * @param profile the profile a person has named; absence: it is recognised
 * @param answers what a person has said where files leave a doubt: {@code numbers} → {@code dot} or
 *     {@code comma}, {@code dates} → {@code day_first} or {@code month_first}
 */
@SuppressWarnings("ArrayRecordComponent") // a key, never compared
public record ReadingContext(
        Store store,
        byte[] contactKey,
        Path temp,
        Clock clock,
        @Nullable Profile profile,
        Map<String, String> answers) {

    public static ReadingContext of(Store store, byte[] contactKey, Path temp, Clock clock) {
        return new ReadingContext(store, contactKey, temp, clock, null, Map.of());
    }

    public ReadingContext with(@Nullable Profile named) {
        return new ReadingContext(store, contactKey, temp, clock, named, answers);
    }

    public ReadingContext answering(Map<String, String> said) {
        return new ReadingContext(store, contactKey, temp, clock, profile, Map.copyOf(said));
    }
}
