package app.rotina.sample;

import app.rotina.sample.Order.Channel;
import app.rotina.sample.Order.Device;
import app.rotina.sample.Order.Fate;
import app.rotina.sample.Order.Line;
import app.rotina.sample.Order.Origin;
import app.rotina.sample.Order.Terms;
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
    private final Customers customers;
    private final Fulfilment fulfilment;

    Demand(LocalTimes times, Customers customers) {
        this.times = times;
        this.customers = customers;
        this.fulfilment = new Fulfilment(times);
    }

    Order draw(ShopDay day, long placedAt, Draws draws) {
        boolean isNew = draws.chance(Plan.newcomers()) && day.hasRegistrations();
        long customer = isNew ? register(day, placedAt, draws) : returning(day, draws);
        Origin origin = origin(draws);
        Terms terms = terms(origin, customer, isNew, draws);
        List<Line> lines = lines(day, draws);
        Payment payment =
                Payment.draw(Payment.method(origin.channel(), draws), placedAt, times, draws);
        Fate fate = fulfilment.draw(payment, draws);
        return new Order(placedAt, customer, origin, terms, lines, payment, fate);
    }

    long returning(ShopDay day, Draws draws) {
        return Customers.returning(day.plan().customersBefore(), draws);
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

    private long register(ShopDay day, long placedAt, Draws draws) {
        long id = day.register();
        long visit = draws.between(60, 40 * Payment.MINUTE);
        customers.write(id, Math.max(times.start(day.index()), placedAt - visit));
        return id;
    }

    private static Origin origin(Draws draws) {
        return switch (CHANNELS.pick(draws)) {
            case SITE ->
                    new Origin(
                            Channel.SITE,
                            null,
                            Lane.BY_ORDERS.pick(draws),
                            DEVICES.pick(draws),
                            draws.chance(RECOVERED),
                            null);
            case CHAT -> new Origin(Channel.CHAT, null, null, null, false, Agent.ALL.pick(draws));
            case MARKETPLACE ->
                    new Origin(
                            Channel.MARKETPLACE, MARKETPLACES.pick(draws), null, null, false, null);
            case SOCIAL -> new Origin(Channel.SOCIAL, null, null, null, false, null);
        };
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
