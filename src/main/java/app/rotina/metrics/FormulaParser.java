package app.rotina.metrics;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a formula: terms joined by + and -, each a name or a ratio of two names. */
final class FormulaParser {
    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9_]*)(\\?([a-z_]+)?)?");

    private final String[] words;
    private final String text;
    private int next;

    FormulaParser(String text) {
        this.text = text;
        this.words = text.trim().split(" +");
    }

    Formula formula() {
        Formula left = term();
        while (next < words.length) {
            String operator = words[next++];
            boolean minus = operator.equals("-");
            if (!minus && !operator.equals("+")) {
                throw new RotinaException(Problem.BAD_DEFINITION, text, operator);
            }
            left = new Formula.Sum(left, term(), minus);
        }
        return left;
    }

    private Formula term() {
        Formula left = name();
        if (next < words.length && words[next].equals("/")) {
            next++;
            return new Formula.Ratio(left, name());
        }
        return left;
    }

    private Formula name() {
        Matcher word = NAME.matcher(next < words.length ? words[next] : "");
        if (!word.matches()) {
            throw new RotinaException(Problem.BAD_DEFINITION, text, next);
        }
        next++;
        return new Formula.Name(word.group(1), word.group(2) != null, word.group(3));
    }
}
