package app.rotina.insight.effect;

import java.util.Locale;

/** Whether an action worked, as people ask it. */
public enum Verdict {
    WORKED,
    MADE_IT_WORSE,
    /** Nothing was seen, though an effect of a fifth of what is usual would have been. */
    NO_EFFECT_SEEN,
    /** Nothing was seen, and an effect of a fifth of what is usual could have been missed. */
    CANNOT_TELL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
