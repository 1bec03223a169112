package app.rotina.sources.grammar;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says why a text is not a number of the declared grammar, as exactly as can be known. */
final class NumberRefusals {
    private static final Pattern EXPONENT = Pattern.compile("[-+]?[\\d.,]+[eE][-+]?\\d+");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?(nan|inf(inity)?|∞)");

    private NumberRefusals() {}

    static Refused of(NumberGrammar grammar, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (NOT_FINITE.matcher(lower).matches()) {
            return new Refused("number_not_finite", text);
        }
        if (EXPONENT.matcher(text).matches()) {
            return new Refused("number_exponent", text);
        }
        if (readsOtherwise(grammar, text)) {
            return new Refused("number_other_grammar", text, example(grammar));
        }
        return new Refused("number_bad", text, example(grammar));
    }

    private static boolean readsOtherwise(NumberGrammar grammar, String text) {
        for (NumberGrammar other : NumberGrammar.values()) {
            if (other != grammar && looksLike(other, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLike(NumberGrammar grammar, String text) {
        return switch (grammar) {
            case PLAIN, COMPUTED -> text.matches("[-+]?\\d+(\\.\\d+)?");
            case DOT -> text.matches("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
            case COMMA -> text.matches("[-+]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");
            case SPACE -> text.matches("[-+]?\\d{1,3}([ \u00A0\u202F]\\d{3})+(,\\d+)?");
        };
    }

    static String example(NumberGrammar grammar) {
        return switch (grammar) {
            case PLAIN, COMPUTED -> "1234.56";
            case DOT -> "1,234.56";
            case COMMA -> "1.234,56";
            case SPACE -> "1 234,56";
        };
    }
}
