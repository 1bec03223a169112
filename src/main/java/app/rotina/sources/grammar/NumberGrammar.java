package app.rotina.sources.grammar;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes numbers. Exactly one reading per grammar: groups are of three digits, at most 4
 * decimals count and more are refused but where a program computed them, the value fits
 * DECIMAL(18,4); exponents, NaN and Infinity are no numbers.
 */
public enum NumberGrammar {
    /** {@code 1234.56}. */
    PLAIN('.', '\0'),
    /** {@code 1,234.56}. */
    DOT('.', ','),
    /** {@code 1.234,56}. */
    COMMA(',', '.'),
    /** {@code 1 234,56}. */
    SPACE(',', ' '),
    /** As programs write what they computed: {@code 0.33333333333} is 0.3333, rounded half up. */
    COMPUTED('.', '\0');

    private static final int DECIMALS = 4;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};
    private static final long BEYOND_INTEGERS = 100_000_000_000_000L;

    private final char decimal;
    private final char group;

    NumberGrammar(char decimal, char group) {
        this.decimal = decimal;
        this.group = group;
    }

    public static NumberGrammar named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number without a currency. */
    public BigDecimal number(String cleaned) {
        return signed(cleaned, 0, cleaned.length());
    }

    /** An amount, with or without the currency's sign or code on either side. */
    public BigDecimal money(String cleaned, CurrencySigns signs) {
        if (startsAndEndsPlainly(cleaned)) {
            return signed(cleaned, 0, cleaned.length());
        }
        String bare = signs.removedFrom(cleaned);
        return signed(bare, 0, bare.length());
    }

    /** {@code 15%} is 0.15; a number without the sign is in the unit that the source declares. */
    public BigDecimal ratio(String cleaned, @Nullable RatioUnit unit) {
        if (cleaned.endsWith("%") || cleaned.endsWith("\uFF05")) {
            String digits = CellText.clean(cleaned.substring(0, cleaned.length() - 1));
            return RatioUnit.PERCENT.ratio(number(digits == null ? "" : digits));
        }
        if (unit == null) {
            throw new Refused("ratio_unit", cleaned);
        }
        return unit.ratio(number(cleaned));
    }

    /** Whole numbers; 3.0 is one, 3.5 is refused. */
    public long integer(String cleaned) {
        BigDecimal number = number(cleaned);
        long scaled = number.unscaledValue().longValueExact();
        if (scaled % POWERS[DECIMALS] != 0) {
            throw new Refused("number_not_whole", cleaned);
        }
        return scaled / POWERS[DECIMALS];
    }

    private static boolean startsAndEndsPlainly(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        return (CellText.isDigit(first) || first == '-')
                && CellText.isDigit(text.charAt(text.length() - 1))
                && (first != '-' || (text.length() > 1 && CellText.isDigit(text.charAt(1))));
    }

    private BigDecimal signed(String text, int from, int to) {
        if (to - from >= 2 && narrow(text, from) == '(' && narrow(text, to - 1) == ')') {
            return BigDecimal.valueOf(-digits(text, from + 1, to - 1), DECIMALS);
        }
        if (to > from && isMinus(narrow(text, from))) {
            return BigDecimal.valueOf(-digits(text, skipBlanks(text, from + 1), to), DECIMALS);
        }
        if (to > from && isMinus(narrow(text, to - 1))) {
            return BigDecimal.valueOf(-digits(text, from, to - 1), DECIMALS);
        }
        boolean plus = to > from && narrow(text, from) == '+';
        return BigDecimal.valueOf(digits(text, plus ? from + 1 : from, to), DECIMALS);
    }

    /** The value in ten-thousandths. */
    private long digits(String text, int from, int to) {
        long value = 0;
        int sinceGroup = -1;
        int run = 0;
        int i = from;
        for (; i < to; i++) {
            char c = narrow(text, i);
            if (CellText.isDigit(c)) {
                value = value * 10 + (c - '0');
                run++;
                if (value >= BEYOND_INTEGERS) {
                    throw new Refused("number_range", text);
                }
            } else if (isGroup(c)) {
                requireGroup(text, sinceGroup, run);
                sinceGroup = 1;
                run = 0;
            } else {
                break;
            }
        }
        if (run == 0 || (sinceGroup > 0 && run != 3)) {
            throw refusal(text);
        }
        return value * POWERS[DECIMALS] + (i < to ? fraction(text, i, to) : 0);
    }

    private void requireGroup(String text, int sinceGroup, int run) {
        boolean fits = sinceGroup < 0 ? run >= 1 && run <= 3 : run == 3;
        if (!fits) {
            throw refusal(text);
        }
    }

    private long fraction(String text, int point, int to) {
        if (narrow(text, point) != decimal || point + 1 == to) {
            throw refusal(text);
        }
        long value = 0;
        int places = 0;
        boolean up = false;
        for (int i = point + 1; i < to; i++) {
            char c = narrow(text, i);
            if (!CellText.isDigit(c)) {
                throw refusal(text);
            }
            places++;
            if (places > DECIMALS && c != '0' && this != COMPUTED) {
                throw tooFine(text, i, to);
            }
            up |= places == DECIMALS + 1 && c >= '5';
            value = places > DECIMALS ? value : value * 10 + (c - '0');
        }
        return value * POWERS[Math.max(0, DECIMALS - places)] + (up ? 1 : 0);
    }

    private Refused tooFine(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CellText.isDigit(narrow(text, i))) {
                return refusal(text);
            }
        }
        return new Refused("number_decimals", text);
    }

    private Refused refusal(String text) {
        return NumberRefusals.of(this, text);
    }

    private boolean isGroup(char c) {
        return c == group || (group == ' ' && (c == '\u00A0' || c == '\u202F' || c == '\u2009'));
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && CellText.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static char narrow(String text, int at) {
        return CellText.narrow(text.charAt(at));
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212';
    }
}
