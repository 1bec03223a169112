package app.rotina.sample;

import app.rotina.sample.Draws.Stream;
import app.rotina.sample.Incident.Kind;
import app.rotina.sample.Order.Channel;
import app.rotina.sample.Order.Line;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shop at work: draws day after day and writes each as it goes, remembering only sums. */
final class Shop implements AutoCloseable {
    /** Bargain hunters, who tell each other, against the ordinary buyers of what is too cheap. */
    private static final double HUNTERS = 40;

    private final SampleSize size;
    private final Path folder;
    private final LocalTimes times;
    private final Catalog catalog = new Catalog();
    private final Plan plan;
    private final Offers offers;
    private final Incidents incidents;
    private final Customers customers;
    private final Demand demand;
    private final StockRoom stock;
    private final OrderFiles orders;
    private final ChatFile chats;
    private final CartFile carts;
    private final TrafficFile traffic;
    private final AdFile ads;
    private final Ledger truth;
    private final Map<Channel, Ledger> byChannel = new EnumMap<>(Channel.class);

    Shop(Path folder, SampleSize size, LocalTimes times) {
        this.size = size;
        this.folder = folder;
        this.times = times;
        plan = new Plan(size);
        offers = new Offers(size.seed(), catalog);
        incidents = new Incidents(times, catalog);
        truth = new Ledger(times);
        customers = new Customers(folder, size.seed(), times);
        demand = new Demand(times, plan, customers);
        stock = new StockRoom(folder, times, plan, catalog, incidents);
        orders = new OrderFiles(folder, times, customers);
        chats = new ChatFile(folder, times, demand, incidents, truth);
        carts = new CartFile(folder, times, demand, truth);
        traffic = new TrafficFile(folder, times, incidents, truth);
        ads = new AdFile(folder, times, incidents, truth);
    }

    void open() {
        customers.writeEarlier(plan.earlierCustomers(), times.start(0));
        stock.writeProducts(folder);
    }

    void live(Plan.Day planned) {
        ShopDay day =
                new ShopDay(
                        planned,
                        offers.on(planned.date()),
                        catalog.inMonth(planned.date().getMonthValue()));
        incidents.begin(planned.index());
        chats.begin();
        carts.begin();
        sell(day);
        sellBargains(day);
        chats.others(day, size.seed());
        chats.finish(day.index());
        carts.others(day, size.seed());
        ads.write(day, traffic.write(day, size.seed()), size.seed());
        stock.close(day.index());
        registerOthers(day);
    }

    Plan plan() {
        return plan;
    }

    Incidents incidents() {
        return incidents;
    }

    Ledger truth() {
        return truth;
    }

    Ledger truth(Channel channel) {
        return byChannel.computeIfAbsent(channel, none -> new Ledger(times));
    }

    long ordersWritten() {
        return orders.written();
    }

    /** Orders of an hour stand in the order of their time, spread evenly but for chance. */
    private void sell(ShopDay day) {
        Draws draws = Draws.of(size.seed(), day.plan().date(), Stream.ORDERS);
        Draws luck = Draws.of(size.seed(), day.plan().date(), Stream.INCIDENTS);
        for (int hour = 0; hour < times.hours(day.index()); hour++) {
            long start = times.start(day.index()) + hour * (long) Payment.HOUR;
            int count = draws.poisson(day.plan().orders() * Season.HOURS[hour % 24] / 24);
            for (int i = 0; i < count; i++) {
                long placedAt = start + (long) ((i + draws.unit()) / count * Payment.HOUR);
                place(day, demand.draw(day, placedAt, draws), luck);
            }
        }
    }

    private void place(ShopDay day, Order drawn, Draws luck) {
        @Nullable Order order = incidents.happen(drawn, luck);
        @Nullable DayId id = order == null ? null : day.nextOrder();
        chats.leadTo(id, drawn, day, luck);
        carts.leadTo(id, drawn, day, luck);
        if (order != null && id != null) {
            write(id, order);
        }
    }

    private void write(DayId id, Order order) {
        truth.book(order, 1);
        truth(order.origin().channel()).book(order, 1);
        stock.take(order);
        orders.write(id, order);
    }

    /** Orders that only a mistaken price brings. */
    private void sellBargains(ShopDay day) {
        Incident mistake = incidents.today(Kind.PRICE_MISTAKE).orElse(null);
        if (mistake == null || mistake.product() == null) {
            return;
        }
        Draws draws = Draws.of(size.seed(), day.plan().date(), Stream.BARGAINS);
        Weighted<Sku> skus = Weighted.of(catalog.skusOf(mistake.product()), Sku::popularity);
        long length = mistake.until() - mistake.from();
        double share = catalog.share(mistake.product(), day.plan().date().getMonthValue());
        double mean = day.plan().orders() * share * length / Payment.DAY * HUNTERS;
        for (int i = draws.poisson(mean); i > 0; i--) {
            long placedAt = mistake.from() + (long) (draws.unit() * length);
            Sku sku = skus.pick(draws);
            Line line = mistake.mispriced(new Line(sku, 1, sku.product().listPrice(), 0));
            Order order = demand.drawSingle(day, placedAt, line, draws);
            incidents.happenBecauseOf(mistake, order);
            write(day.nextOrder(), order);
        }
    }

    /** Those who registered and bought nothing. */
    private void registerOthers(ShopDay day) {
        while (day.hasRegistrations()) {
            customers.write(day.register(), times.start(day.index() + 1) - 1);
        }
    }

    @Override
    public void close() {
        customers.close();
        stock.close();
        orders.close();
        chats.close();
        carts.close();
        traffic.close();
        ads.close();
    }
}
