package app.rotina.sources.mapping;

import app.rotina.sources.grammar.DateFormat;
import app.rotina.sources.grammar.NumberGrammar;
import app.rotina.sources.mapping.FileProfile.Reading;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a file's cells are written; what the file does not say the profile says. */
final class ReadingReader {
    private final Yaml profile;
    private final Yaml file;

    ReadingReader(Yaml profile, Yaml file) {
        this.profile = profile;
        this.file = file;
    }

    Reading read() {
        return new Reading(
                numbers(entry("numbers")),
                dates(entry("dates")),
                zone(entry("zone")),
                currency(entry("currency")),
                Set.copyOf(entry("blanks").texts()));
    }

    static List<NumberGrammar> numbers(Yaml entry) {
        return entry.items().stream().map(one -> one.choice(NumberGrammar.class)).toList();
    }

    static List<String> dates(Yaml entry) {
        entry.items().stream()
                .filter(one -> !one.text().equals(Settled.LOCAL))
                .forEach(one -> one.check(() -> DateFormat.named(one.text())));
        return entry.texts();
    }

    private Yaml entry(String name) {
        return file.at(name).isAbsent() ? profile.at(name) : file.at(name);
    }

    private static @Nullable ZoneId zone(Yaml entry) {
        @Nullable String zone = entry.optionalText();
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw entry.fails("no_zone", zone);
        }
    }

    private static @Nullable Currency currency(Yaml entry) {
        @Nullable String code = entry.optionalText();
        if (code == null) {
            return null;
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> entry.fails("no_currency", code));
    }
}
