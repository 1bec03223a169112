package app.rotina.sample;

import java.time.LocalDate;
import java.util.List;

/** The shop's price cuts: some products for half a month, and everything around Black Friday. */
final class Offers {
    private static final double ON_OFFER = .20;
    private static final int[] ORDINARY = {10, 15, 20, 30};
    private static final int[] BLACK_FRIDAY = {20, 25, 30, 40};

    private final long seed;
    private final List<Sku> skus;

    Offers(long seed, Catalog catalog) {
        this.seed = seed;
        this.skus = catalog.skus();
    }

    /** Per cent off each sku, by its index. */
    int[] on(LocalDate day) {
        return skus.stream().mapToInt(sku -> percent(sku.product(), day)).toArray();
    }

    private int percent(Product product, LocalDate day) {
        double u = Draws.unit(seed ^ (product.code().hashCode() * 1_000_003L + halfMonth(day)));
        LocalDate blackFriday = BrazilCalendar.blackFriday(day.getYear());
        if (!day.isBefore(blackFriday.minusDays(4)) && !day.isAfter(blackFriday.plusDays(3))) {
            return BLACK_FRIDAY[(int) (u * BLACK_FRIDAY.length)];
        }
        return u < ON_OFFER ? ORDINARY[(int) (u / ON_OFFER * ORDINARY.length)] : 0;
    }

    private static long halfMonth(LocalDate day) {
        return day.getYear() * 24L + day.getMonthValue() * 2L + (day.getDayOfMonth() > 15 ? 1 : 0);
    }
}
