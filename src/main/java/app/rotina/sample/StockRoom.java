package app.rotina.sample;

import app.rotina.sample.Order.Line;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The shop's shelves: what is sold leaves them, what runs low is bought again a week ahead. Writes
 * {@code stock.csv}, the units on hand of every sku at the end of every day, and {@code
 * products.csv}.
 */
final class StockRoom implements AutoCloseable {
    private static final double UNITS_PER_ORDER = 1.6;
    private static final int ALERT_DAYS = 14;
    private static final int SLACK_DAYS = 2;
    private static final int BOUGHT_DAYS = 45;
    private static final int RUNS_DOWN_DAYS = 14;
    private static final long LEAST = 4;

    private final LocalTimes times;
    private final Plan plan;
    private final Catalog catalog;
    private final Incidents incidents;
    private final Rows rows;
    private final double[][] expected;
    private final long[] onHand;
    private final long[] sold;

    StockRoom(Path folder, LocalTimes times, Plan plan, Catalog catalog, Incidents incidents) {
        this.times = times;
        this.plan = plan;
        this.catalog = catalog;
        this.incidents = incidents;
        rows = new Rows(folder.resolve("stock.csv"), times, "day,sku,on_hand,unit_cost");
        expected = catalog.skus().stream().map(this::expected).toArray(double[][]::new);
        onHand = new long[catalog.skus().size()];
        sold = new long[onHand.length];
        for (Sku sku : catalog.skus()) {
            onHand[sku.index()] = need(sku, 0, ALERT_DAYS) + need(sku, 0, bought(sku));
        }
    }

    void take(Order order) {
        for (Line line : order.lines()) {
            sold[line.sku().index()] += line.quantity();
        }
    }

    /** Counts and writes the shelves at the end of a day. */
    void close(int day) {
        for (Sku sku : catalog.skus()) {
            int i = sku.index();
            onHand[i] = count(sku, day);
            sold[i] = 0;
            rows.date(day).word(sku.code()).number(onHand[i]).money(sku.product().cost()).end();
        }
    }

    /** Writes every sku of the shop with the level at which it is to be bought again. */
    void writeProducts(Path folder) {
        try (Rows products =
                new Rows(
                        folder.resolve("products.csv"),
                        times,
                        "sku,product,product_name,category,size,colour,list_price,cost,hero,"
                                + "alert_level")) {
            for (Sku sku : catalog.skus()) {
                write(products, sku);
            }
        }
    }

    private void write(Rows products, Sku sku) {
        Product product = sku.product();
        products.word(sku.code())
                .word(product.name())
                .word(product.name())
                .word(product.department().word)
                .word(sku.size())
                .word(sku.colour())
                .money(product.listPrice())
                .money(product.cost())
                .word(product.hero().word)
                .number(need(sku, plan.days().size(), ALERT_DAYS + SLACK_DAYS))
                .end();
    }

    /** What is left, after what came in: too little is bought again, unless it is to run out. */
    private long count(Sku sku, int day) {
        Optional<Incident> gap = incidents.soldOutFrom(sku, day);
        long left = Math.max(onHand[sku.index()] - sold[sku.index()], 0);
        if (gap.isPresent() && runsDown(gap.get(), day)) {
            return running(sku, day, times.dayOf(gap.get().from()));
        }
        return left < need(sku, day + 1, ALERT_DAYS)
                ? left + Math.max(LEAST, need(sku, day + 1, bought(sku)))
                : left;
    }

    private boolean runsDown(Incident gap, int day) {
        return day >= times.dayOf(gap.from()) - RUNS_DOWN_DAYS
                && times.start(day + 1) < gap.until() + Payment.DAY;
    }

    /** Nobody bought it in time: what is expected until it is gone, and then none. */
    private long running(Sku sku, int day, int gone) {
        return day >= gone ? 0 : Math.max(1, need(sku, day + 1, gone - day));
    }

    /** Purchases of the tail are larger: it sells slowly and suppliers have a least quantity. */
    private static int bought(Sku sku) {
        return sku.popularity() < .004 ? 2 * BOUGHT_DAYS : BOUGHT_DAYS;
    }

    /** The units expected to be sold in days from one on; beyond the last day as on it. */
    private long need(Sku sku, int from, int days) {
        double[] upTo = expected[sku.index()];
        int last = upTo.length - 1;
        int until = from + days;
        double beyond = Math.max(0, until - Math.max(from, last)) * (upTo[last] - upTo[last - 1]);
        return (long) Math.ceil(upTo[Math.min(until, last)] - upTo[Math.min(from, last)] + beyond);
    }

    private double[] expected(Sku sku) {
        double[] upTo = new double[plan.days().size() + 1];
        for (Plan.Day day : plan.days()) {
            double share = catalog.share(sku, day.date().getMonthValue());
            upTo[day.index() + 1] = upTo[day.index()] + day.orders() * UNITS_PER_ORDER * share;
        }
        return upTo;
    }

    @Override
    public void close() {
        rows.close();
    }
}
