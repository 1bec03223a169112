package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop as Nuvemshop's API shows it: newest first, and 404 where there is nothing. */
final class NuvemshopForTests implements TellingShop.Shop {
    static final String STORE = "1234567";
    static final String APP = "canary_app_41";
    static final String CONTACT = "dona@example.org";
    private static final String ROOT = "/2025-03/" + STORE + "/";
    private static final Set<String> EVENTS =
            Set.of(
                    "order/created",
                    "order/updated",
                    "order/paid",
                    "order/fulfilled",
                    "order/cancelled",
                    "product/created",
                    "product/updated");
    private static final int MOST = 200;
    private static final int DEEPEST = 10_000;
    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.ofHours(-3));

    final Map<Long, Order> orders = new TreeMap<>(Comparator.reverseOrder());
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    long nextId = 100;
    boolean ignoresSince;

    final SubscriptionsForTests told = new SubscriptionsForTests();

    /** An order as the shop keeps it. */
    static final class Order {
        final long id;
        final Instant placed;
        Instant updated;
        String payment = "paid";
        final Map<Long, BigDecimal> items = new TreeMap<>();

        Order(long id, Instant at) {
            this.id = id;
            this.placed = at;
            this.updated = at;
        }

        BigDecimal total() {
            return items.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    synchronized Order add(String total) {
        Order order = new Order(nextId++, now);
        order.items.put(nextId++, new BigDecimal(total));
        orders.put(order.id, order);
        return order;
    }

    @Override
    public synchronized void at(Instant time) {
        now = time;
    }

    @Override
    public synchronized long sell(String total) {
        return add(total).id;
    }

    @Override
    public synchronized void change(long id, String total) {
        Order order = Objects.requireNonNull(orders.get(id));
        order.items.keySet().retainAll(Set.of(order.items.keySet().iterator().next()));
        order.items.replaceAll((item, any) -> new BigDecimal(total));
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
        return Stream.concat(Stream.of(now), orders.values().stream().map(order -> order.placed))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public SubscriptionsForTests told() {
        return told;
    }

    synchronized void touch(Order order) {
        order.updated = now;
    }

    @Override
    public Optional<String> token() {
        return Optional.of(ApiForTests.SECRET);
    }

    @Override
    public Map<String, String> form() {
        return Map.of();
    }

    @Override
    public String tokenPath() {
        return "";
    }

    @Override
    public String header() {
        return "Authentication";
    }

    @Override
    public String before() {
        return "bearer ";
    }

    @Override
    public synchronized Reply answer(Asked asked) {
        if (!("Rotina (" + CONTACT + ")").equals(asked.headers().get("User-Agent"))) {
            return new Reply(400, "{\"code\":\"missing_user_agent\"}", Map.of());
        }
        return switch (asked.path()) {
            case ROOT + "orders" -> page(asked, wanted(asked));
            case ROOT + "products" -> page(asked, List.of());
            case ROOT + "webhooks" -> asked.method().equals("GET") ? told(asked) : telling(asked);
            default -> asked.method().equals("DELETE") ? tellsNoMore(asked) : one(asked.path());
        };
    }

    private Reply told(Asked asked) {
        if (!"200".equals(asked.parameters().get("per_page"))) {
            throw new IllegalStateException("some would be passed over");
        }
        return Reply.of(
                told.all.entrySet().stream()
                        .map(each ->
                                "{\"id\":%d,\"event\":\"%s\",\"url\":\"%s\"}"
                                        .formatted(
                                                each.getKey(),
                                                each.getValue().topic(),
                                                each.getValue().address()))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private Reply tellsNoMore(Asked asked) {
        if (told.stuck) {
            return new Reply(403, "{\"code\":\"forbidden\"}", Map.of());
        }
        long id = Long.parseLong(asked.path().substring((ROOT + "webhooks/").length()));
        return told.remove(id) ? Reply.of("") : new Reply(404, "{\"code\":404}", Map.of());
    }

    private Reply one(String path) {
        String id = path.replaceFirst("^" + ROOT + "orders/(\\d{1,9})$", "$1");
        Order order = id.equals(path) ? null : orders.get(Long.valueOf(id));
        return order == null
                ? new Reply(404, "{\"code\":404,\"description\":\"Not Found\"}", Map.of())
                : Reply.of(json(order));
    }

    private Reply telling(Asked asked) {
        JsonNode wanted = JsonMapper.shared().readTree(asked.body());
        String event = wanted.path("event").asString("");
        String address = wanted.path("url").asString("");
        boolean fits = EVENTS.contains(event) && address.startsWith("https://");
        return fits && told.add(nextId, event, address)
                ? new Reply(201, "{\"id\":" + nextId++ + "}", Map.of())
                : new Reply(422, "{\"url\":[\"is invalid\"]}", Map.of());
    }

    /** A message about an order: who, what and which, and nothing that tells it from another. */
    @Override
    public Told message(long order) {
        return new Told(
                        "{\"store_id\":%s,\"event\":\"order/updated\",\"id\":%d}"
                                .formatted(STORE, order),
                        Map.of())
                .signed("x-linkedstore-hmac-sha256", Hooking.Written.HEX, APP);
    }

    /** By when they were changed, or by when they were made. */
    private List<Order> wanted(Asked asked) {
        return asked.parameters().containsKey("created_at_min") ? made(asked) : changed(asked);
    }

    private List<Order> made(Asked asked) {
        Instant from = Instant.parse(asked.parameters().get("created_at_min"));
        Instant to = Instant.parse(asked.parameters().get("created_at_max"));
        return orders.values().stream()
                .filter(order -> !order.placed.isBefore(from) && !order.placed.isAfter(to))
                .toList();
    }

    private List<Order> changed(Asked asked) {
        if (!"any".equals(asked.parameters().get("status"))) {
            throw new IllegalStateException("closed orders would be passed over");
        }
        Instant from =
                Instant.parse(
                        ignoresSince
                                ? "2000-01-01T00:00:00Z"
                                : asked.parameters().get("updated_at_min"));
        String until = asked.parameters().getOrDefault("updated_at_max", "2100-01-01T00:00:00Z");
        return orders.values().stream()
                .filter(order -> !order.updated.isBefore(from))
                .filter(order -> !order.updated.isAfter(Instant.parse(until)))
                .toList();
    }

    private static Reply page(Asked asked, List<Order> all) {
        int size = Integer.parseInt(asked.parameters().get("per_page"));
        int page = Integer.parseInt(asked.parameters().get("page"));
        if (size > MOST || size * page > DEEPEST) {
            return new Reply(422, "{\"code\":\"too_deep\"}", Map.of());
        }
        Map<String, String> headers = Map.of("x-total-count", Integer.toString(all.size()));
        List<String> some =
                all.stream()
                        .skip((page - 1L) * size)
                        .limit(size)
                        .map(NuvemshopForTests::json)
                        .toList();
        return some.isEmpty()
                ? new Reply(404, "{\"code\":404,\"description\":\"Last page is 0\"}", headers)
                : new Reply(200, "[" + String.join(",", some) + "]", headers);
    }

    private static String json(Order order) {
        String items =
                order.items.entrySet().stream()
                        .map(item ->
                                "{\"id\":%d,\"name\":\"Camisa\",\"sku\":\"CAM\",\"quantity\":1,\"price\":\"%s\"}"
                                        .formatted(item.getKey(), item.getValue()))
                        .collect(Collectors.joining(","));
        return """
        {"id":%1$d,"number":%1$d,"status":"open","payment_status":"%2$s","currency":"BRL","created_at":"%3$s","updated_at":"%4$s",\
        "paid_at":"%3$s","subtotal":"%5$s","discount":"0.00","total":"%5$s","shipping_cost_customer":"0.00","storefront":"store",\
        "contact_email":"c%1$d@example.org","shipping_address":{"province":"SP"},"coupon":[],"products":[%6$s]}\
        """
                .formatted(
                        order.id,
                        order.payment,
                        TIMES.format(order.placed),
                        TIMES.format(order.updated),
                        order.total(),
                        items);
    }
}
