package app.rotina.web;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as people type them into a form: thousands are grouped by the sign of the page's
 * language, and what could mean two numbers is refused.
 */
final class Typed {
    private static final Pattern PLAIN =
            Pattern.compile("\\d{1,13}([.,](\\d{1,2}|\\d{4}))?|0[.,]\\d{3}");
    private static final Pattern BY_DOT = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d{1,2})?");
    private static final Pattern BY_COMMA = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d{1,2})?");

    private Typed() {}

    /**
     * @param name what the number is for, as the page calls it
     */
    static BigDecimal number(String name, String text, Words words) {
        String typed = text.strip();
        if (PLAIN.matcher(typed).matches()) {
            return new BigDecimal(typed.replace(',', '.'));
        }
        boolean byDot = words.locale().getLanguage().equals("pt");
        if (byDot && BY_DOT.matcher(typed).matches()) {
            return new BigDecimal(typed.replace(".", "").replace(',', '.'));
        }
        if (!byDot && BY_COMMA.matcher(typed).matches()) {
            return new BigDecimal(typed.replace(",", ""));
        }
        throw new RotinaException(Problem.UNCLEAR_NUMBER, name, text);
    }

    /** A number as it stands in a field, to be typed over: grouped as the page's language does. */
    static String text(BigDecimal number, Words words) {
        BigDecimal shortest = number.stripTrailingZeros();
        return words.decimal(shortest, shortest.scale() <= 0 ? 0 : Math.max(2, shortest.scale()));
    }
}
