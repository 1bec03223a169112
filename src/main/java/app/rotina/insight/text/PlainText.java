package app.rotina.insight.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as it is compared: lower case without accents (chats leave them out), full-width letters
 * as narrow ones, every number 0, nothing more than twice in a row, a space at both ends.
 */
final class PlainText {
    private PlainText() {}

    static String of(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(small.length() + 2).append(' ');
        for (int i = 0; i < small.length(); i++) {
            append(plain, small.charAt(i));
        }
        if (plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
        return plain.toString();
    }

    private static void append(StringBuilder plain, char next) {
        if (Character.getType(next) == Character.NON_SPACING_MARK) {
            return;
        }
        char kept = Character.isDigit(next) ? '0' : Character.isWhitespace(next) ? ' ' : next;
        int end = plain.length();
        boolean again = plain.charAt(end - 1) == kept;
        boolean thrice = again && end > 1 && plain.charAt(end - 2) == kept;
        if (!thrice && !(again && (kept == ' ' || kept == '0'))) {
            plain.append(kept);
        }
    }
}
