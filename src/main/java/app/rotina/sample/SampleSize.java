package app.rotina.sample;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.LocalDate;

/**
 * Which sample store to draw: about how many orders it places, the seed of its chance, and its last
 * day. Its history is the 24 months up to and with that day.
 */
public record SampleSize(long orders, long seed, LocalDate end) {
    private static final int MONTHS = 24;
    private static final long MOST = 100_000_000;

    public SampleSize {
        if (orders < 1 || orders > MOST) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "orders " + orders);
        }
    }

    public Days days() {
        return new Days(end.minusMonths(MONTHS).plusDays(1), end);
    }
}
