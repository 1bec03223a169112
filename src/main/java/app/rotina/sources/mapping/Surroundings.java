package app.rotina.sources.mapping;

import app.rotina.kernel.Store;
import app.rotina.sources.CellRule;
import app.rotina.sources.mapping.FileProfile.Reading;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the meaning of a cell depends on besides the file.
 *
 * @param contactKey the store's key for tokens of contacts
 * @param answers what a person has said where a file leaves a doubt: {@code numbers} → a grammar's
 *     name, {@code dates} → {@code day_first} or {@code month_first}
 * @param remembered what a person said about an earlier file of its kind; what this one shows goes
 *     before it
 * @param rules what cells that could not be read are read as
 */
@SuppressWarnings("ArrayRecordComponent") // a key, never compared
public record Surroundings(
        Store store,
        byte[] contactKey,
        Clock clock,
        Map<String, String> answers,
        Map<String, String> remembered,
        List<CellRule> rules) {

    ZoneId zone(Reading reading) {
        @Nullable ZoneId zone = reading.zone();
        return zone == null ? store.zone() : zone;
    }

    Currency currency(Reading reading) {
        @Nullable Currency currency = reading.currency();
        return currency == null ? store.currency() : currency;
    }
}
