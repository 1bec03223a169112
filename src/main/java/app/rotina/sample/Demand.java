package app.rotina.sample;

import app.rotina.sample.Order.Channel;
import app.rotina.sample.Order.Device;
import app.rotina.sample.Order.Line;
import app.rotina.sample.Order.Origin;
import app.rotina.sample.Order.Terms;
import app.rotina.sample.Payment.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws orders as they would be if nothing went wrong. */
final class Demand {
    static final double RECOVERED = .07;

    private static final Weighted<Channel> CHANNELS =
            Weighted.of(List.of(Channel.values()), channel -> channel.share);
    private static final Weighted<Device> DEVICES =
            Weighted.of(List.of(Device.values()), device -> device.share);
    private static final Weighted<Word> MARKETPLACES =
            Weighted.of(
                    List.of(Word.of("Mercado Livre"), Word.of("Shopee")),
                    name -> name.toString().equals("Shopee") ? .38 : .62);
    private static final Word WELCOME = Word.of("BEMVINDA10");
    private static final Word COME_BACK = Word.of("VOLTA5");
    private static final double WELCOMED = .30;
    private static final long FREE_ON_SITE = 29_900;
    private static final long FREE_IN_CHAT = 24_900;

    private final LocalTimes times;
    private final Plan plan;
    private final Customers customers;
    private final Fulfilment fulfilment;

    Demand(LocalTimes times, Plan plan, Customers customers) {
        this.times = times;
        this.plan = plan;
        this.customers = customers;
        this.fulfilment = new Fulfilment(times);
    }

    Order draw(ShopDay day, long placedAt, Draws draws) {
        boolean isNew = draws.chance(Plan.newcomers()) && day.hasRegistrations();
        long customer = isNew ? register(day, placedAt, draws) : returning(day, draws);
        Origin origin = origin(draws);
        Terms terms = terms(origin, customer, isNew, draws);
        return paid(new Basket(placedAt, customer, origin, terms, lines(day, draws)), draws);
    }

    /** An order of one thing on the site, by somebody who knows the shop and needs no coupon. */
    Order drawSingle(ShopDay day, long placedAt, Line line, Draws draws) {
        long customer = returning(day, draws);
        Origin origin = site(false, draws);
        Terms terms = new Terms(null, 0, customers.home(customer).freight(), FREE_ON_SITE);
        return paid(new Basket(placedAt, customer, origin, terms, List.of(line)), draws);
    }

    long returning(ShopDay day, Draws draws) {
        return plan.returning(day.index(), draws);
    }

    List<Line> lines(ShopDay day, Draws draws) {
        Line first = line(day, draws);
        double u = draws.unit();
        if (u < .62) {
            return List.of(first);
        }
        List<Line> lines = new ArrayList<>(List.of(first));
        for (int more = u < .87 ? 1 : u < .96 ? 2 : 3; more > 0; more--) {
            Line next = line(day, draws);
            if (lines.stream().noneMatch(line -> line.sku().equals(next.sku()))) {
                lines.add(next);
            }
        }
        return List.copyOf(lines);
    }

    private record Basket(
            long placedAt, long customer, Origin origin, Terms terms, List<Line> lines) {}

    private Order paid(Basket basket, Draws draws) {
        Method method = Payment.method(basket.origin().channel(), draws);
        Payment payment = Payment.draw(method, basket.placedAt(), times, draws);
        return new Order(
                basket.placedAt(),
                basket.customer(),
                basket.origin(),
                basket.terms(),
                basket.lines(),
                payment,
                fulfilment.draw(payment, draws));
    }

    private long register(ShopDay day, long placedAt, Draws draws) {
        long id = day.register();
        long visit = draws.between(60, 40 * Payment.MINUTE);
        customers.write(id, Math.max(times.start(day.index()), placedAt - visit));
        return id;
    }

    private static Origin origin(Draws draws) {
        return switch (CHANNELS.pick(draws)) {
            case SITE -> site(draws.chance(RECOVERED), draws);
            case CHAT -> new Origin(Channel.CHAT, null, null, null, false, Agent.ALL.pick(draws));
            case MARKETPLACE ->
                    new Origin(
                            Channel.MARKETPLACE, MARKETPLACES.pick(draws), null, null, false, null);
            case SOCIAL -> new Origin(Channel.SOCIAL, null, null, null, false, null);
        };
    }

    private static Origin site(boolean recovered, Draws draws) {
        Lane lane = Lane.BY_ORDERS.pick(draws);
        return new Origin(Channel.SITE, null, lane, DEVICES.pick(draws), recovered, null);
    }

    private Terms terms(Origin origin, long customer, boolean isNew, Draws draws) {
        if (origin.channel() == Channel.MARKETPLACE) {
            return new Terms(null, 0, 0, 0);
        }
        @Nullable Word coupon = coupon(origin, isNew, draws);
        int percent = coupon == null ? 0 : coupon.equals(WELCOME) ? 10 : 5;
        long freeFrom = origin.channel() == Channel.CHAT ? FREE_IN_CHAT : FREE_ON_SITE;
        return new Terms(coupon, percent, customers.home(customer).freight(), freeFrom);
    }

    private static @Nullable Word coupon(Origin origin, boolean isNew, Draws draws) {
        if (origin.recovered()) {
            return COME_BACK;
        }
        boolean welcomed = isNew && origin.channel() == Channel.SITE && draws.chance(WELCOMED);
        return welcomed ? WELCOME : null;
    }

    private static Line line(ShopDay day, Draws draws) {
        Sku sku = day.taste(draws);
        double u = draws.unit();
        int quantity = u < .94 ? 1 : u < .99 ? 2 : 3;
        return new Line(sku, quantity, sku.product().listPrice(), day.percentOff(sku));
    }
}
