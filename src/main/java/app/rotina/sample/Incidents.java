package app.rotina.sample;

import app.rotina.sample.Incident.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong and when, at fixed distances before the last day, and the money each incident
 * costs. No incident lies whole weeks, up to four, before another: the days that a day is compared
 * with are ordinary ones. An order is drawn as it would have been, then every incident of its time
 * strikes it in the order of this schedule; what changes is that incident's loss. So the losses of
 * a day sum exactly to what the day would have brought without any of them, minus what it brought.
 */
final class Incidents {
    private static final String MISPRICED = "SPL";

    private final LocalTimes times;
    private final Catalog catalog;
    private final Map<Incident, Ledger> losses = new LinkedHashMap<>();
    private List<Incident> today = List.of();

    Incidents(LocalTimes times, Catalog catalog) {
        this.times = times;
        this.catalog = catalog;
        add("sold-out-1", Kind.HERO_SIZE_SOLD_OUT, at(117, 0), at(112, 0));
        add("sold-out-2", Kind.HERO_SIZE_SOLD_OUT, at(1, 8), at(-1, 0));
        add("chat-late-1", Kind.CHAT_ANSWERED_LATE, at(46, 0), at(43, 0));
        add("chat-late-2", Kind.CHAT_ANSWERED_LATE, at(0, 0), at(-1, 0));
        add("ads-paused-1", Kind.AD_ACCOUNT_PAUSED, at(200, 0), at(197, 0));
        add("ads-paused-2", Kind.AD_ACCOUNT_PAUSED, at(10, 0), at(8, 0));
        add("gateway-1", Kind.GATEWAY_DECLINING, at(152, 10), at(152, 20));
        add("gateway-2", Kind.GATEWAY_DECLINING, at(5, 11), at(5, 20));
        add("price-1", Kind.PRICE_MISTAKE, at(260, 9), at(260, 18));
        add("price-2", Kind.PRICE_MISTAKE, at(18, 9), at(18, 18));
        add("checkout-1", Kind.MOBILE_CHECKOUT_BROKEN, at(75, 8), at(73, 0));
        add("checkout-2", Kind.MOBILE_CHECKOUT_BROKEN, at(13, 10), at(13, 22));
    }

    Map<Incident, Ledger> losses() {
        return losses;
    }

    void begin(int day) {
        today =
                losses.keySet().stream()
                        .filter(one -> one.from() < times.start(day + 1))
                        .filter(one -> one.until() > times.start(day))
                        .toList();
    }

    /** The order as it is placed after all; null if it is not. */
    @Nullable Order happen(Order drawn, Draws luck) {
        @Nullable Order order = drawn;
        for (Incident incident : today) {
            if (order != null && incident.during(order.placedAt())) {
                order = struck(incident, order, luck);
            }
        }
        return order;
    }

    /** An order that is there only because of an incident. */
    void happenBecauseOf(Incident incident, Order extra) {
        loss(incident).book(extra, -1);
    }

    Optional<Incident> now(Kind kind, long second) {
        return first(one -> one.kind() == kind && one.during(second));
    }

    Optional<Incident> today(Kind kind) {
        return first(one -> one.kind() == kind);
    }

    /** The incident that takes this sku off the shelves on a day or after it, if one does. */
    Optional<Incident> soldOutFrom(Sku sku, int day) {
        return losses.keySet().stream()
                .filter(one -> one.isSoldOut(sku) && one.until() > times.start(day))
                .findFirst();
    }

    Ledger loss(Incident incident) {
        return losses.computeIfAbsent(incident, none -> new Ledger(times));
    }

    private @Nullable Order struck(Incident incident, Order order, Draws luck) {
        @Nullable Order left = incident.strike(order, luck);
        if (order.equals(left)) {
            return order;
        }
        loss(incident).book(order, 1);
        if (left != null) {
            loss(incident).book(left, -1);
        }
        return left;
    }

    private Optional<Incident> first(Predicate<Incident> wanted) {
        return today.stream().filter(wanted).findFirst();
    }

    private void add(String id, Kind kind, long from, long until) {
        losses.put(new Incident(id, kind, from, until, product(kind)), new Ledger(times));
    }

    private @Nullable Product product(Kind kind) {
        return switch (kind) {
            case HERO_SIZE_SOLD_OUT -> catalog.primaryHero();
            case PRICE_MISTAKE -> catalog.product(MISPRICED);
            case CHAT_ANSWERED_LATE, AD_ACCOUNT_PAUSED, GATEWAY_DECLINING, MOBILE_CHECKOUT_BROKEN ->
                    null;
        };
    }

    private long at(int daysBeforeEnd, int hour) {
        return times.start(times.days() - 1 - daysBeforeEnd) + hour * 3600L;
    }
}
