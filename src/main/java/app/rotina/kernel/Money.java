package app.rotina.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of one currency, kept to 4 decimals; rounded to the minor unit only where it is shown.
 */
public record Money(BigDecimal amount, Currency currency) {
    public static final int SCALE = 4;

    public Money {
        amount = amount.setScale(SCALE, RoundingMode.HALF_UP);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    /** The amount in whole minor units: cents for BRL, yen for JPY. */
    public BigDecimal inMinorUnits() {
        return roundToMinorUnit(amount, currency);
    }

    /** The one rounding of money for display: half up to the currency's minor unit. */
    public static BigDecimal roundToMinorUnit(BigDecimal amount, Currency currency) {
        return amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    /**
     * An amount as files and interfaces carry it: plain, at least the currency's minor digits, more
     * only where the source had more.
     */
    public static String plain(BigDecimal amount, Currency currency) {
        BigDecimal shortest = amount.stripTrailingZeros();
        int digits = Math.max(currency.getDefaultFractionDigits(), shortest.scale());
        return shortest.setScale(Math.max(digits, 0), RoundingMode.UNNECESSARY).toPlainString();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "cannot combine " + currency + " with " + other.currency);
        }
    }
}
