package app.rotina.team;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import org.jspecify.annotations.Nullable;

/** Texts as people type them, without room around them. */
final class Typed {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 4000;

    private Typed() {}

    /** One line that says something. */
    static String line(@Nullable String typed, String what) {
        String line = typed == null ? "" : typed.replaceAll("\\p{C}+", " ").strip();
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            throw new RotinaException(Problem.BAD_ARGUMENT, what + " " + line);
        }
        return line;
    }

    /** Any text; empty where nothing was typed. */
    static String text(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST_TEXT) {
            throw new RotinaException(Problem.TEXT_TOO_LONG, text.length(), LONGEST_TEXT);
        }
        return text;
    }
}
