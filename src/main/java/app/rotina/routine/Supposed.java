package app.rotina.routine;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody supposes of a driver on the days that remain of a month. */
public sealed interface Supposed {
    /** Which driver. */
    String metric();

    /** How many times as much as expected that is. */
    BigDecimal factor(BigDecimal expected);

    /**
     * So much more or less than expected.
     *
     * @param by 0.1 is ten per cent more
     */
    record Changed(String metric, BigDecimal by) implements Supposed {
        public Changed {
            if (by.compareTo(BigDecimal.ONE.negate()) < 0 || by.compareTo(MOST) > 0) {
                throw new RotinaException(
                        Problem.BAD_ARGUMENT, metric + " " + by.movePointRight(2) + "%");
            }
        }

        @Override
        public BigDecimal factor(BigDecimal expected) {
            return BigDecimal.ONE.add(by);
        }
    }

    /** This value, of each day where its days add up. */
    record Reached(String metric, BigDecimal value) implements Supposed {
        public Reached {
            if (value.signum() < 0) {
                throw new RotinaException(Problem.BAD_ARGUMENT, metric + " " + value);
            }
        }

        @Override
        public BigDecimal factor(BigDecimal expected) {
            return value.divide(expected, MathContext.DECIMAL64);
        }
    }

    /** No driver grows more than hundredfold within a month. */
    BigDecimal MOST = new BigDecimal("100");

    Pattern WRITTEN =
            Pattern.compile(
                    "([a-z_]{1,60})=(?:([+-]\\d{1,5}(?:\\.\\d{1,4})?)%|(\\d{1,13}(?:\\.\\d{1,6})?))");

    /** As it is written: {@code sessions=+10%}, {@code conversion_rate=0.021}. */
    static Supposed of(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, text);
        }
        return parts.group(2) == null
                ? new Reached(parts.group(1), new BigDecimal(parts.group(3)))
                : new Changed(parts.group(1), new BigDecimal(parts.group(2)).movePointLeft(2));
    }
}
