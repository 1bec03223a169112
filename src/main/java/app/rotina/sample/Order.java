package app.rotina.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that will ever happen to it; amounts in whole cents, times in seconds since
 * 1970, {@link #NEVER} for what does not happen.
 */
record Order(
        long placedAt,
        long customer,
        Origin origin,
        Terms terms,
        List<Line> lines,
        Payment payment,
        Fate fate) {
    static final long NEVER = Long.MAX_VALUE;

    /** Where orders come from. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
    enum Channel {
        SITE("site", .60),
        CHAT("chat", .18),
        MARKETPLACE("marketplace", .18),
        SOCIAL("social", .04);

        final Word word;
        final double share;

        Channel(String word, double share) {
            this.word = Word.of(word);
            this.share = share;
        }
    }

    /** What the site is seen on. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
    enum Device {
        MOBILE("mobile", .58, .0130),
        DESKTOP("desktop", .38, .0280),
        TABLET("tablet", .04, .0180);

        final Word word;
        final double share;
        final double conversion;

        Device(String word, double share, double conversion) {
            this.word = Word.of(word);
            this.share = share;
            this.conversion = conversion;
        }
    }

    /**
     * How an order came about.
     *
     * @param lane absence: not from a counted visit
     * @param agent absence: nobody talked to the customer
     */
    record Origin(
            Channel channel,
            @Nullable Word marketplace,
            @Nullable Lane lane,
            @Nullable Device device,
            boolean recovered,
            @Nullable Agent agent) {}

    /**
     * What is agreed beside the lines.
     *
     * @param freight what the parcel costs where it is not free
     * @param freeFrom the product revenue from which the parcel is free
     */
    record Terms(@Nullable Word coupon, int couponPercent, long freight, long freeFrom) {}

    /** One sku of an order, at the price of its day. */
    record Line(Sku sku, int quantity, long unitPrice, int discountPercent) {
        long gross() {
            return unitPrice * quantity;
        }

        long discount() {
            return percent(gross(), discountPercent);
        }

        long amount() {
            return gross() - discount();
        }

        long cost() {
            return sku.product().cost() * quantity;
        }
    }

    /**
     * What the warehouse and the customer do once it is paid.
     *
     * @param shippedAt when the parcel leaves
     * @param delay why it leaves late; absence: it does not
     * @param refundedAt when what comes back is paid back
     * @param refundsAll whether all lines come back, else only the first
     */
    record Fate(
            long shippedAt,
            @Nullable Word delay,
            long refundedAt,
            boolean refundsAll,
            boolean refundsShipping) {
        static final Fate NONE = new Fate(NEVER, null, NEVER, false, false);
    }

    Order with(List<Line> others) {
        return new Order(placedAt, customer, origin, terms, others, payment, fate);
    }

    Order with(Payment other, Fate itsFate) {
        return new Order(placedAt, customer, origin, terms, lines, other, itsFate);
    }

    long units() {
        return lines.stream().mapToLong(Line::quantity).sum();
    }

    long gross() {
        return lines.stream().mapToLong(Line::gross).sum();
    }

    long amount() {
        return lines.stream().mapToLong(Line::amount).sum();
    }

    long cost() {
        return lines.stream().mapToLong(Line::cost).sum();
    }

    /** The discount on the whole order, beside those on its lines. */
    long discount() {
        return percent(amount(), terms.couponPercent());
    }

    long productRevenue() {
        return amount() - discount();
    }

    long shipping() {
        return productRevenue() >= terms.freeFrom() ? 0 : terms.freight();
    }

    long total() {
        return productRevenue() + shipping();
    }

    /** What is paid back of a line: its amount without its share of the order's discount. */
    long refund(int line) {
        if (line > 0 && !fate.refundsAll()) {
            return 0;
        }
        long before = 0;
        for (int i = 0; i < line; i++) {
            before += lines.get(i).amount();
        }
        return paidUpTo(before + lines.get(line).amount()) - paidUpTo(before);
    }

    long refund() {
        return fate.refundsAll() ? productRevenue() : refund(0);
    }

    long shippingRefund() {
        return fate.refundsShipping() ? shipping() : 0;
    }

    private long paidUpTo(long amount) {
        return amount - percent(amount, terms.couponPercent());
    }

    private static long percent(long amount, int percent) {
        return (amount * percent + 50) / 100;
    }
}
