package app.rotina.sources;

import java.util.List;

/**
 * What a file leaves open and only a person can say: a text {@code sources.question.<key>}.
 *
 * @param options what may be answered; empty: free text, such as a column's name
 */
public record Question(String key, List<String> arguments, List<String> options) {

    /** The key of its sentence in the texts. */
    public String textKey() {
        return "sources.question." + key;
    }
}
