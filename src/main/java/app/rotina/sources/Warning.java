package app.rotina.sources;

import app.rotina.sources.file.Look;
import java.util.List;

/** What a person should see before they trust a file: a text {@code sources.warning.<key>}. */
public record Warning(String key, List<String> arguments) {

    private static final String TEXTS = "sources.warning.";

    /** A look names the whole text. */
    static Warning of(Look.Warning seen) {
        return new Warning(seen.key().substring(TEXTS.length()), seen.arguments());
    }

    /** The key of its sentence in the texts. */
    public String textKey() {
        return TEXTS + key;
    }
}
