package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A seller as Mercado Livre's API shows them: found by changes, listed by when they were placed.
 */
public final class MercadoLivreForTests implements HookedShop.Shop {
    static final String SELLER = "55001";
    private static final int MOST = 50;
    private static final int DEEPEST = 1_000;
    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx")
                    .withZone(ZoneOffset.ofHours(-4));

    public final ConsentForTests consent = new ConsentForTests("/authorization", false);
    final Map<Long, Order> orders = new TreeMap<>();
    final Map<String, Listing> listings = new TreeMap<>();
    public Instant now = Instant.parse("2026-03-01T12:00:00Z");
    long nextId = 2_000_000_000_100L;
    boolean ignoresSince;

    /** An order as the seller has it. */
    static final class Order {
        final long id;
        final long payment;
        final Instant placed;
        Instant updated;
        String status = "paid";
        String paymentStatus = "approved";
        String sku = "CAM-1";
        int quantity = 1;
        BigDecimal price;
        BigDecimal saleFee = BigDecimal.ZERO;
        BigDecimal givenBack = BigDecimal.ZERO;
        Instant modified;
        long shipment;
        BigDecimal freight = BigDecimal.ZERO;
        long pack;
        String tags = "";

        Order(long id, long payment, Instant at, BigDecimal price) {
            this.id = id;
            this.payment = payment;
            this.placed = at;
            this.updated = at;
            this.modified = at;
            this.price = price;
        }

        BigDecimal total() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    /** A listing, with what is left of each of its variations. */
    record Listing(String id, String title, String price, Map<String, Integer> left) {}

    public Order add(String price) {
        return add(new BigDecimal(price));
    }

    synchronized Order add(BigDecimal price) {
        Order order = new Order(nextId++, nextId++, now, price);
        orders.put(order.id, order);
        return order;
    }

    synchronized void touch(Order order) {
        order.updated = now;
    }

    @Override
    public synchronized void at(Instant time) {
        now = time;
    }

    @Override
    public long sell(String total) {
        return add(total).id;
    }

    @Override
    public synchronized void change(long id, String total) {
        Order order = Objects.requireNonNull(orders.get(id));
        order.price = new BigDecimal(total);
        touch(order);
    }

    @Override
    public synchronized void delete(long order) {
        orders.remove(order);
    }

    @Override
    public synchronized BigDecimal sold() {
        return orders.values().stream().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public synchronized Instant last() {
        return now;
    }

    /** Signed by nobody, with a number that nothing is known by. */
    @Override
    public Told message(long order) {
        return message(order, SELLER, "orders_v2");
    }

    Told message(long order, String seller, String topic) {
        return new Told(
                """
                {"_id":"f9f08571-1f65-4c46-9e0a-%1$012d","resource":"/orders/%1$d","user_id":%2$s,"topic":"%3$s","application_id":2069392825111111,\
                "attempts":1,"sent":"2026-03-01T16:19:20.129Z","received":"2026-03-01T16:19:20.106Z"}\
                """
                        .formatted(order, seller, topic),
                Map.of());
    }

    /** The whole price is given back. */
    synchronized void cancel(Order order) {
        order.status = "cancelled";
        order.paymentStatus = "refunded";
        order.givenBack = order.total();
        order.modified = now;
        touch(order);
    }

    @Override
    public Optional<ConsentForTests> consent() {
        return Optional.of(consent);
    }

    @Override
    public Map<String, String> form() {
        return Map.of();
    }

    @Override
    public String tokenPath() {
        return "/oauth/token";
    }

    @Override
    public String header() {
        return "Authorization";
    }

    @Override
    public String before() {
        return "Bearer ";
    }

    @Override
    public synchronized Reply answer(Asked asked) {
        String[] path = asked.path().substring(1).split("/", -1);
        return switch (path[0]) {
            case "orders" -> path[1].equals("search") ? search(asked) : one(path[1]);
            case "shipments" -> costs(Long.parseLong(path[1]));
            case "packs" -> pack(Long.parseLong(path[1]));
            case "users" -> path[1].equals(SELLER) ? scan(asked.parameters()) : none();
            case "items" -> items(asked.parameters());
            default -> none();
        };
    }

    /** By itself an order says its last change by another name. */
    private Reply one(String id) {
        Order order = orders.get(Long.parseLong(id));
        return order == null
                ? none()
                : Reply.of(json(order).replace("date_last_updated", "last_updated"));
    }

    private static Reply none() {
        return new Reply(404, "{\"error\":\"not_found\"}", Map.of());
    }

    private Reply search(Asked asked) {
        Map<String, String> said = asked.parameters();
        int size = Integer.parseInt(said.get("limit"));
        int offset = Integer.parseInt(said.getOrDefault("offset", "0"));
        if (!SELLER.equals(said.get("seller")) || size > MOST || offset + size > DEEPEST) {
            return new Reply(400, "{\"error\":\"bad_request\"}", Map.of());
        }
        List<Order> all =
                orders.values().stream()
                        .filter(each -> isWithin("order.date_last_updated", each.updated, said))
                        .filter(each -> isWithin("order.date_created", each.placed, said))
                        .toList();
        String some =
                all.stream()
                        .skip(offset)
                        .limit(size)
                        .map(MercadoLivreForTests::json)
                        .collect(Collectors.joining(","));
        return Reply.of(
                "{\"query\":\"\",\"results\":[%s],\"paging\":{\"total\":%d,\"offset\":%d,\"limit\":%d}}"
                        .formatted(some, all.size(), offset, size));
    }

    private boolean isWithin(String name, Instant at, Map<String, String> said) {
        Instant from = time(ignoresSince ? null : said.get(name + ".from"));
        String until = said.get(name + ".to");
        return !at.isBefore(from) && !at.isAfter(until == null ? Instant.MAX : time(until));
    }

    private static Instant time(@Nullable String text) {
        return text == null ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
    }

    private Reply costs(long shipment) {
        return orders.values().stream()
                .filter(each -> each.shipment == shipment && each.freight.signum() > 0)
                .findFirst()
                .map(each ->
                        Reply.of(
                                "{\"gross_amount\":%1$s,\"receiver\":{\"cost\":0},\"senders\":[{\"user_id\":55001,\"cost\":%1$s}]}"
                                        .formatted(each.freight)))
                .orElseGet(MercadoLivreForTests::none);
    }

    private Reply pack(long pack) {
        String ids =
                orders.values().stream()
                        .filter(each -> each.pack == pack)
                        .map(each -> "{\"id\":" + each.id + "}")
                        .collect(Collectors.joining(","));
        return Reply.of("{\"id\":" + pack + ",\"orders\":[" + ids + "]}");
    }

    private Reply scan(Map<String, String> said) {
        int size = Integer.parseInt(said.get("limit"));
        if (!"scan".equals(said.get("search_type")) || size > 100) {
            return new Reply(400, "{\"error\":\"bad_request\"}", Map.of());
        }
        int place = Integer.parseInt(said.getOrDefault("scroll_id", "s0").substring(1));
        String ids =
                listings.keySet().stream()
                        .skip(place)
                        .limit(size)
                        .map(each -> "\"" + each + "\"")
                        .collect(Collectors.joining(","));
        return Reply.of(
                "{\"seller_id\":\"55001\",\"results\":[%s],\"scroll_id\":\"s%d\",\"paging\":{\"limit\":%d,\"total\":%d}}"
                        .formatted(ids, place + size, size, listings.size()));
    }

    private Reply items(Map<String, String> said) {
        String[] ids = said.getOrDefault("ids", "").split(",", -1);
        if (ids.length > 20) {
            return new Reply(400, "{\"error\":\"too_many_ids\"}", Map.of());
        }
        return Reply.of(
                Arrays.stream(ids)
                        .map(listings::get)
                        .map(each -> "{\"code\":200,\"body\":" + json(each) + "}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static String json(Listing one) {
        boolean varied = one.left.size() > 1;
        String variations =
                one.left.entrySet().stream()
                        .map(each ->
                                """
                                {"id":%d,"price":%s,"available_quantity":%d,"attribute_combinations":[{"id":"SIZE","value_name":"M"}],\
                                "attributes":[{"id":"SELLER_SKU","value_name":"%s"}]}\
                                """
                                        .formatted(
                                                Math.floorMod(each.getKey().hashCode(), 1_000_000),
                                                one.price,
                                                each.getValue(),
                                                each.getKey()))
                        .collect(Collectors.joining(","));
        int left = one.left.values().stream().mapToInt(Integer::intValue).sum();
        String sku = one.left.keySet().iterator().next();
        String own = varied ? "" : "{\"id\":\"SELLER_SKU\",\"value_name\":\"" + sku + "\"}";
        return """
        {"id":"%s","title":"%s","price":%s,"category_id":"MLB1","available_quantity":%d,"last_updated":"2026-03-01T10:00:00.000Z",\
        "attributes":[%s],"variations":[%s]}\
        """
                .formatted(one.id, one.title, one.price, left, own, varied ? variations : "");
    }

    private static String json(Order order) {
        return """
        {"id":%1$d,"status":"%2$s","date_created":"%3$s","date_last_updated":"%4$s","currency_id":"BRL","total_amount":%5$s,\
        "pack_id":%6$s,"tags":[%7$s],"buyer":{"id":9%1$d,"nickname":"COMPRADOR %1$d"},"context":{"channel":"marketplace"},\
        "shipping":{"id":%8$s},\
        "order_items":[{"item":{"id":"MLB%1$d","title":"Camisa","seller_sku":"%9$s","variation_id":null},"quantity":%10$d,\
        "unit_price":%11$s,"full_unit_price":%11$s,"sale_fee":%12$s}],\
        "payments":[{"id":%13$d,"status":"%14$s","payment_method_id":"pix","transaction_amount":%5$s,"transaction_amount_refunded":%15$s,\
        "date_approved":"%3$s","date_last_modified":"%16$s"}]}\
        """
                .formatted(
                        order.id,
                        order.status,
                        TIMES.format(order.placed),
                        TIMES.format(order.updated),
                        order.total(),
                        order.pack == 0 ? "null" : order.pack,
                        order.tags,
                        order.shipment == 0 ? "null" : order.shipment,
                        order.sku,
                        order.quantity,
                        order.price,
                        order.saleFee,
                        order.payment,
                        order.paymentStatus,
                        order.givenBack,
                        TIMES.format(order.modified));
    }
}
