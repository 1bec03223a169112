package app.rotina.sources;

import app.rotina.kernel.Texts;
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

    /** The warning as a sentence. */
    public String in(Texts texts) {
        return texts.say(textKey(), arguments.toArray());
    }

    /** The same without what a row says, since rows can be of people who are to be forgotten. */
    public Warning withoutRows() {
        return switch (key) {
            case "mojibake" -> new Warning("mojibake_somewhere", List.of());
            case "more_sections", "total_row" ->
                    new Warning(key + "_at", List.of(arguments.getFirst())); // its line
            default -> this;
        };
    }
}
