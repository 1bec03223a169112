package app.rotina.sources.grammar;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The text of a cell without the blanks, wrappings and look-alikes that spreadsheets leave. */
public final class CellText {
    /** The longest text that is taken in. */
    public static final int LONGEST = 4_000;

    /** Below this character every letter is composed already. */
    private static final char FIRST_COMBINING = '\u0300';

    private CellText() {}

    /** The text between its outer blanks; nothing where only blanks are. */
    public static @Nullable String clean(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        int start = 0;
        int end = raw.length();
        while (start < end && isBlank(raw.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(raw.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : raw.substring(start, end);
    }

    /** Free text: unwrapped, composed (NFC), of bounded length. */
    public static String text(String cleaned) {
        if (cleaned.length() > LONGEST) {
            throw new Refused("text_too_long", Integer.toString(LONGEST));
        }
        return composed(unwrapped(cleaned));
    }

    /** {@code ="00123"} and {@code '00123}, as spreadsheets keep a number that is a text. */
    public static String unwrapped(String text) {
        int length = text.length();
        if (length > 3
                && text.charAt(0) == '='
                && text.charAt(1) == '"'
                && text.indexOf('"', 2) == length - 1) {
            return text.substring(2, length - 1);
        }
        boolean marked = length > 1 && text.charAt(0) == '\'' && isDigit(text.charAt(1));
        return marked ? text.substring(1) : text;
    }

    /** Full-width letters, digits and signs as their plain forms. */
    public static char narrow(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }

    static String narrowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (narrow(text.charAt(i)) != text.charAt(i)) {
                return allNarrowed(text);
            }
        }
        return text;
    }

    static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || (c >= '\u2000' && c <= '\u200D')
                || c == '\u202F'
                || c == '\u2060'
                || c == '\u3000'
                || c == '\uFEFF';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String allNarrowed(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = narrow(chars[i]);
        }
        return new String(chars);
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
