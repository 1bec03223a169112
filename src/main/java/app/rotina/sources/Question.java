package app.rotina.sources;

import app.rotina.kernel.Texts;
import java.util.List;
import java.util.stream.Collectors;

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
            case "field", "column" -> texts.say(textKey(), fields(texts));
            default -> texts.say(textKey(), arguments.toArray());
        };
    }

    private String fields(Texts texts) {
        return arguments.stream()
                .map(field -> texts.say("sources.field." + field))
                .collect(Collectors.joining(" / "));
    }
}
