package app.rotina.insight.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What the days after an origin will bring, in the series' unit, and how far such projections were
 * off at past origins. Without enough of them there is no range and no probability.
 */
public final class Projection {
    private final LocalDate from;
    private final double[] daily;
    private final ErrorLaw errors;

    Projection(LocalDate from, double[] daily, ErrorLaw errors) {
        this.from = from;
        this.daily = daily;
        this.errors = errors;
    }

    /** The first projected day. */
    public LocalDate from() {
        return from;
    }

    /** The same from a later day on, with the errors of all of it. */
    public Projection from(LocalDate day) {
        int skipped = Math.toIntExact(Math.max(0, from.until(day, ChronoUnit.DAYS)));
        int first = Math.min(skipped, daily.length);
        return new Projection(
                from.plusDays(first), Arrays.copyOfRange(daily, first, daily.length), errors);
    }

    /** The same if every day brought so many times as much; the errors stay as they were. */
    public Projection times(BigDecimal factor) {
        return new Projection(
                from,
                Arrays.stream(daily).map(day -> day * factor.doubleValue()).toArray(),
                errors);
    }

    /** Day by day. */
    public double[] daily() {
        return daily.clone();
    }

    /** One day; empty: it is not a projected one. */
    public OptionalDouble on(LocalDate day) {
        long at = from.until(day, ChronoUnit.DAYS);
        return at >= 0 && at < daily.length
                ? OptionalDouble.of(daily[Math.toIntExact(at)])
                : OptionalDouble.empty();
    }

    public double total() {
        return Arrays.stream(daily).sum();
    }

    /** What the total stays below with this probability; empty: too few past origins. */
    public OptionalDouble quantile(double probability) {
        return errors.areEnough()
                ? OptionalDouble.of(total() * Math.exp(errors.quantile(probability)))
                : OptionalDouble.empty();
    }

    /** The probability that the total is at least an amount; empty: too few past origins. */
    public OptionalDouble reaches(BigDecimal amount) {
        return reaches(amount.doubleValue());
    }

    /** The same of an amount as the series counts it. */
    public OptionalDouble reaches(double amount) {
        if (!errors.areEnough() || total() <= 0) {
            return OptionalDouble.empty();
        }
        return amount <= 0
                ? OptionalDouble.of(1)
                : OptionalDouble.of(1 - errors.below(Math.log(amount / total())));
    }
}
