package app.rotina.kernel;

import java.util.List;

/** A text with its values, to be said in whichever language is asked for. */
public record Sentence(String key, List<Object> values) {

    public static Sentence of(String key, Object... values) {
        return new Sentence(key, List.of(values));
    }

    public String in(Texts texts) {
        return texts.say(key, values.toArray());
    }
}
