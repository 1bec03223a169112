package app.rotina.sources.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that was decoded wrongly before it was written to the file; only told, never repaired. */
final class Mojibake {
    private static final Pattern TRACE =
            Pattern.compile("[ÃÂ][\\u0080-\\u00BF]|â€[\\u0080-\\u2122]|锟斤拷|\\uFFFD");
    private static final int AROUND = 12;

    private Mojibake() {}

    /** The first trace of it with what stands around; null: there is none. */
    static @Nullable String in(String text) {
        Matcher trace = TRACE.matcher(text);
        if (!trace.find()) {
            return null;
        }
        int from = trace.start();
        while (from > 0 && trace.start() - from < AROUND && isWord(text.charAt(from - 1))) {
            from--;
        }
        int to = trace.end();
        while (to < text.length() && to - trace.end() < AROUND && isWord(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || (c >= '\u0080' && c <= '\u00FF');
    }
}
