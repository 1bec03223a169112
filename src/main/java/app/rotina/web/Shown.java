package app.rotina.web;

import org.jspecify.annotations.Nullable;

/**
 * A figure as it stands on a page.
 *
 * @param tone what its colour and sign say: {@code gain}, {@code loss} or {@code even}
 * @param reason why there is none; absence: there is one
 */
record Shown(String text, String tone, @Nullable String reason) {
    static final String GAIN = "gain";
    static final String LOSS = "loss";
    static final String EVEN = "even";

    static Shown plain(String text) {
        return new Shown(text, EVEN, null);
    }

    static Shown missing(String reason) {
        return new Shown("—", EVEN, reason);
    }

    boolean known() {
        return reason == null;
    }

    static String tone(int sign, boolean upIsGood) {
        if (sign == 0) {
            return EVEN;
        }
        return sign > 0 == upIsGood ? GAIN : LOSS;
    }
}
