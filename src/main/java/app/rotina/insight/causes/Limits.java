package app.rotina.insight.causes;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How far a search for root causes goes.
 *
 * @param floor the least deviation of a cause, in the unit of the leaves; less is left unexplained
 * @param most the most causes to name
 * @param time after which it names what it has found
 */
public record Limits(double floor, int most, Duration time) {
    public static final Limits DEFAULT = new Limits(0, 12, Duration.ofSeconds(10));

    public Limits {
        if (floor < 0 || most < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "no search within " + floor + ", " + most + ", " + time);
        }
    }

    public Limits(BigDecimal floor, int most, Duration time) {
        this(floor.doubleValue(), most, time);
    }

    /** The same with another floor. */
    public Limits withFloor(double other) {
        return new Limits(other, most, time);
    }
}
