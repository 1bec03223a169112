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
        super(Texts.english().say(problem.textKey(), values), cause);
        this.problem = problem;
        this.values = values.clone();
    }

    public Problem problem() {
        return problem;
    }

    public String in(Texts texts) {
        return texts.say(problem.textKey(), values);
    }
}
