package app.rotina.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The one exception of the product. Its message is the problem's English sentence with the values
 * filled in; {@link #in(Texts)} gives the same sentence in a person's language.
 */
public final class RotinaException extends RuntimeException {
    private final Problem problem;
    private final transient Object[] values;

    public RotinaException(Problem problem, Object... values) {
        this(problem, null, values);
    }

    public RotinaException(Problem problem, @Nullable Throwable cause, Object... values) {
        super(said(problem, values, Texts.english()), cause);
        this.problem = problem;
        this.values = values.clone();
    }

    public Problem problem() {
        return problem;
    }

    public String in(Texts texts) {
        return said(problem, values, texts);
    }

    /** A value that is a sentence is said in the same language. */
    private static String said(Problem problem, Object[] values, Texts texts) {
        Object[] words = values.clone();
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i] instanceof Sentence sentence ? sentence.in(texts) : words[i];
        }
        return texts.say(problem.textKey(), words);
    }
}
