package app.rotina.sample;

import app.rotina.sample.Order.Channel;
import app.rotina.sample.Order.Device;
import app.rotina.sample.Order.Fate;
import app.rotina.sample.Order.Line;
import app.rotina.sample.Payment.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong in the shop, from one second up to another, and what it does to the
 * orders that would have been placed meanwhile.
 *
 * @param product the product it is about, where it is about one
 */
record Incident(String id, Kind kind, long from, long until, @Nullable Product product) {

    /** The kinds: the metric that moves, the one its money is lost in, and the cause in words. */
    enum Kind {
        HERO_SIZE_SOLD_OUT(
                "hero_stockouts",
                "placed_revenue",
                "Size M of the primary hero product is sold out in every colour; its sales vanish."),
        CHAT_ANSWERED_LATE(
                "first_response_minutes",
                "placed_revenue",
                "The agent on duty is absent; chats wait for hours and most do not buy."),
        AD_ACCOUNT_PAUSED(
                "ad_spend",
                "placed_revenue",
                "The payment of the Google Ads account failed and the account is paused; its visits"
                        + " and their orders are missing."),
        GATEWAY_DECLINING(
                "approval_rate",
                "approved_revenue",
                "The payment gateway declines most credit cards of the shop's own channels."),
        PRICE_MISTAKE(
                "average_order_value",
                "placed_margin",
                "A skirt is sold at a tenth of its price after a slipped decimal point; bargain"
                        + " hunters come for it."),
        MOBILE_CHECKOUT_BROKEN(
                "conversion_rate",
                "placed_revenue",
                "The payment step of the mobile checkout does not load; phones visit but hardly"
                        + " buy.");

        final String metric;
        final String money;
        final String cause;

        Kind(String metric, String money, String cause) {
            this.metric = metric;
            this.money = money;
            this.cause = cause;
        }
    }

    static final String SOLD_OUT_SIZE = "M";

    private static final double CHAT_BUYERS_LOST = .74;
    private static final double PAID_BUYERS_LOST = .94;
    private static final double CARDS_DECLINED = .85;
    private static final double PHONES_LOST = .90;
    private static final int SLIP = 10;

    boolean during(long second) {
        return from <= second && second < until;
    }

    /** What is left of an order; null if it is not placed. */
    @Nullable Order strike(Order order, Draws luck) {
        return switch (kind) {
            case HERO_SIZE_SOLD_OUT -> withoutSoldOut(order);
            case CHAT_ANSWERED_LATE ->
                    order.origin().channel() == Channel.CHAT && luck.chance(CHAT_BUYERS_LOST)
                            ? null
                            : order;
            case AD_ACCOUNT_PAUSED ->
                    isPaused(order.origin().lane()) && luck.chance(PAID_BUYERS_LOST) ? null : order;
            case GATEWAY_DECLINING -> declined(order, luck);
            case PRICE_MISTAKE -> mispriced(order);
            case MOBILE_CHECKOUT_BROKEN ->
                    order.origin().device() == Device.MOBILE && luck.chance(PHONES_LOST)
                            ? null
                            : order;
        };
    }

    /** The dimension values it hits. */
    Map<String, String> segment() {
        return switch (kind) {
            case HERO_SIZE_SOLD_OUT -> withProduct("size", SOLD_OUT_SIZE, "hero", "primary");
            case CHAT_ANSWERED_LATE -> Map.of("channel", "chat");
            case AD_ACCOUNT_PAUSED ->
                    Map.of("marketing_channel", "Busca paga", "platform", Lane.GOOGLE);
            case GATEWAY_DECLINING -> Map.of("payment_method", "credit_card");
            case PRICE_MISTAKE -> withProduct();
            case MOBILE_CHECKOUT_BROKEN -> Map.of("channel", "site", "device", "mobile");
        };
    }

    boolean isSoldOut(Sku sku) {
        return kind == Kind.HERO_SIZE_SOLD_OUT
                && sku.product().equals(product)
                && sku.isSize(SOLD_OUT_SIZE);
    }

    boolean isPaused(@Nullable Lane lane) {
        return kind == Kind.AD_ACCOUNT_PAUSED && lane != null && lane.isOf(Lane.GOOGLE);
    }

    /** The line at the mistaken price. */
    Line mispriced(Line line) {
        return new Line(line.sku(), line.quantity(), line.unitPrice() / SLIP, 0);
    }

    private @Nullable Order withoutSoldOut(Order order) {
        if (order.lines().stream().noneMatch(line -> isSoldOut(line.sku()))) {
            return order;
        }
        List<Line> left = order.lines().stream().filter(line -> !isSoldOut(line.sku())).toList();
        return left.isEmpty() ? null : order.with(left);
    }

    private Order declined(Order order, Draws luck) {
        boolean byCard =
                order.payment().method() == Method.CARD
                        && order.origin().channel() != Channel.MARKETPLACE;
        boolean spared = order.payment().approvedAt() == Order.NEVER;
        if (!byCard || spared || !luck.chance(CARDS_DECLINED)) {
            return order;
        }
        return order.with(Payment.refused(order.placedAt() + 8), Fate.NONE);
    }

    private Order mispriced(Order order) {
        boolean hit =
                order.origin().channel() != Channel.MARKETPLACE
                        && order.lines().stream().anyMatch(this::isAbout);
        return hit
                ? order.with(
                        order.lines().stream()
                                .map(line -> isAbout(line) ? mispriced(line) : line)
                                .toList())
                : order;
    }

    private boolean isAbout(Line line) {
        return line.sku().product().equals(product);
    }

    private Map<String, String> withProduct(String... others) {
        Map<String, String> segment = new TreeMap<>();
        if (product != null) {
            segment.put("product", product.name().toString());
        }
        for (int i = 0; i < others.length; i += 2) {
            segment.put(others[i], others[i + 1]);
        }
        return segment;
    }
}
