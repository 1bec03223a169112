package app.rotina.sample;

import app.rotina.sample.Order.Fate;
import app.rotina.sample.Payment.End;

/** Draws what happens to a paid order: its parcel, and what comes back. */
final class Fulfilment {
    static final Word MISSED = Word.of("missed");
    static final Word OUT_OF_STOCK = Word.of("out_of_stock");
    static final Word OTHER = Word.of("other");

    private static final double NEXT_DAY = .70;
    private static final double DELAYED = .018;
    private static final double RETURNED = .042;
    private static final double RETURNED_WHOLE = .55;
    private static final double SHIPPING_PAID_BACK = .20;

    private final LocalTimes times;

    Fulfilment(LocalTimes times) {
        this.times = times;
    }

    Fate draw(Payment payment, Draws draws) {
        if (payment.approvedAt() >= times.cutoff()) {
            return Fate.NONE;
        }
        return payment.end() == End.CANCELLED
                ? new Fate(Order.NEVER, null, payment.endsAt(), true, true)
                : shipped(payment, draws);
    }

    private Fate shipped(Payment payment, Draws draws) {
        boolean late = draws.chance(DELAYED);
        int wait = late ? draws.between(6, 11) : draws.chance(NEXT_DAY) ? 1 : 2;
        int day = times.workingDayFrom(times.dayOf(payment.approvedAt()) + wait);
        long shippedAt = times.start(day) + draws.between(10 * Payment.HOUR, 18 * Payment.HOUR);
        return late
                ? new Fate(shippedAt, cause(draws), Order.NEVER, false, false)
                : returned(shippedAt, day, draws);
    }

    private Fate returned(long shippedAt, int shippedOn, Draws draws) {
        if (!draws.chance(RETURNED)) {
            return new Fate(shippedAt, null, Order.NEVER, false, false);
        }
        int day = shippedOn + draws.between(6, 24);
        return new Fate(
                shippedAt,
                null,
                times.start(day) + draws.between(9 * Payment.HOUR, 18 * Payment.HOUR),
                draws.chance(RETURNED_WHOLE),
                draws.chance(SHIPPING_PAID_BACK));
    }

    private static Word cause(Draws draws) {
        double u = draws.unit();
        return u < .50 ? OUT_OF_STOCK : u < .85 ? MISSED : OTHER;
    }
}
