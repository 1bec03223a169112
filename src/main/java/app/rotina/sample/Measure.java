package app.rotina.sample;

import java.util.Locale;

/**
 * What the truth counts, under the ids of the product's metrics where it has them; money in cents.
 * What is placed counts by the time of placing; approved orders, approved revenue and cost of goods
 * by that of approval; refunds by their own. The open ones count by placing, as the last day ends.
 */
enum Measure {
    ORDERS(false),
    UNITS(false),
    GROSS_SALES(true),
    DISCOUNTS(true),
    PLACED_REVENUE(true),
    SHIPPING(true),
    ORDER_TOTAL(true),
    PLACED_COST(true),
    COST_OF_GOODS(true),
    RECOVERED_ORDERS(false),
    APPROVED_ORDERS(false),
    APPROVED_OF_PLACED_ORDERS(false),
    APPROVED_REVENUE(true),
    REFUNDS(true),
    SHIPPING_REFUNDS(true),
    PENDING_ORDERS(false),
    PENDING_AMOUNT(true),
    UNSHIPPED_ORDERS(false),
    SITE_VISITS(false),
    VISITORS(false),
    CONVERSATIONS(false),
    CONVERSATION_ROWS(false),
    ABANDONED_CARTS(false),
    AD_SPEND(true);

    private final boolean money;

    Measure(boolean money) {
        this.money = money;
    }

    boolean isMoney() {
        return money;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
