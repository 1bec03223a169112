package app.rotina.metrics;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;

/** Reads a formula: terms joined by + and -, each a name or a ratio of two names. */
final class FormulaParser {
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
        if (next >= words.length || !words[next].matches("[a-z][a-z0-9_]*\\??")) {
            throw new RotinaException(Problem.BAD_DEFINITION, text, next);
        }
        String word = words[next++];
        boolean optional = word.endsWith("?");
        return new Formula.Name(optional ? word.substring(0, word.length() - 1) : word, optional);
    }
}
