package app.rotina.sample;

import app.rotina.sample.Draws.Stream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes {@code carts.csv}: carts left behind, and those that became orders after all. */
final class CartFile implements AutoCloseable {
    /** Carts left behind by somebody known, against the site's orders. */
    private static final double LEFT = .8;

    private static final double KEPT_WHEN_BROKEN = .6;

    private final LocalTimes times;
    private final Demand demand;
    private final Ledger truth;
    private final Rows rows;
    private long number;

    CartFile(Path folder, LocalTimes times, Demand demand, Ledger truth) {
        this.times = times;
        this.demand = demand;
        this.truth = truth;
        rows =
                new Rows(
                        folder.resolve("carts.csv"),
                        times,
                        "cart_id,abandoned_at,customer_id,amount,recovered_at,order_id");
    }

    void begin() {
        number = 0;
    }

    /** The cart of an order that was drawn, and of what came of it: its id, or null for nothing. */
    void leadTo(@Nullable DayId id, Order drawn, ShopDay day, Draws draws) {
        if (drawn.origin().recovered()) {
            long left = drawn.placedAt() - draws.between(1, 47) * (long) Payment.HOUR;
            write(day, Math.max(times.start(0), left), drawn.customer(), drawn.amount());
            end(id, drawn.placedAt());
        } else if (id == null && drawn.origin().lane() != null && draws.chance(KEPT_WHEN_BROKEN)) {
            write(day, drawn.placedAt(), drawn.customer(), drawn.amount());
            end(null, Order.NEVER);
        }
    }

    void others(ShopDay day, long seed) {
        Draws draws = Draws.of(seed, day.plan().date(), Stream.CARTS);
        double mean = day.plan().visitStrength() * Order.Channel.SITE.share * LEFT;
        int length = times.hours(day.index()) * Payment.HOUR;
        for (int i = draws.poisson(mean); i > 0; i--) {
            long second = times.start(day.index()) + (long) (draws.unit() * length);
            long amount = demand.lines(day, draws).stream().mapToLong(Order.Line::amount).sum();
            write(day, second, demand.returning(day, draws), amount);
            end(null, Order.NEVER);
        }
    }

    private void write(ShopDay day, long leftAt, long customer, long amount) {
        truth.add(Measure.ABANDONED_CARTS, times.dayOf(leftAt), 1);
        rows.id(new DayId(day.index(), ++number))
                .instant(leftAt)
                .numbered('C', customer)
                .money(amount);
    }

    private void end(@Nullable DayId id, long recoveredAt) {
        if (id == null) {
            rows.none().none().end();
        } else {
            rows.instant(recoveredAt).id(id).end();
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
