package app.rotina.report;

import java.util.regex.Pattern;

/** Keeps out of printed text what has no sign of its own, such as marks that turn its direction. */
final class PaperText {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]|[\\p{Cc}&&[^\\n\\t]]");

    private PaperText() {}

    static String clean(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }
}
