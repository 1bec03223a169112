package app.rotina.sources;

import app.rotina.kernel.Texts;
import java.util.List;

/**
 * What a file leaves open and only a person can say: a text {@code sources.question.<key>}.
 *
 * @param answer the name its answer is given under, such as {@code dates}
 * @param options what may be answered; empty: nothing, it is only to be known
 */
public record Question(String key, String answer, List<String> arguments, List<String> options) {

    /** The key of its sentence in the texts. */
    public String textKey() {
        return "sources.question." + key;
    }

    /** The question as a sentence. */
    public String in(Texts texts) {
        return switch (key) {
            case "field", "column" ->
                    texts.say(textKey(), texts.say("sources.field." + arguments.getFirst()));
            default -> texts.say(textKey(), arguments.toArray());
        };
    }
}
