package app.rotina.sources.grammar;

import app.rotina.kernel.Sentence;
import app.rotina.kernel.Texts;

/** What a definition says that cannot be: a text under {@code sources.profile.} and its values. */
public final class Misfit extends IllegalArgumentException {
    private final transient Sentence why;

    public Misfit(String why, Object... values) {
        this(Sentence.of(textKey(why), values));
    }

    private Misfit(Sentence why) {
        super(why.in(Texts.english()));
        this.why = why;
    }

    public Sentence why() {
        return why;
    }

    /** The key of any such sentence in the texts. */
    public static String textKey(String why) {
        return "sources.profile." + why;
    }
}
