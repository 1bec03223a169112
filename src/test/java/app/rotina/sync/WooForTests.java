package app.rotina.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shop as strict as WooCommerce: it answers signed requests only, by pages of at most a hundred,
 * in the order and from the change on that it is asked for, and no word more.
 */
public final class WooForTests implements AutoCloseable {
    public static final String KEY = "ck_0123456789abcdef";
    public static final String SECRET = "cs_canary_7d1f9b62e8";
    private static final int MOST = 100;

    private final HttpServer server;
    final Map<Integer, Order> orders = new TreeMap<>();
    public LocalDateTime now = LocalDateTime.parse("2026-03-01T12:00:00");
    int nextId = 1;
    int requests;
    int busyEvery;
    public boolean revoked;
    boolean closedForMaintenance;
    boolean ignoresSince;
    Runnable afterEachPage = () -> {};

    /** An order as the shop keeps it. */
    public static final class Order {
        final int id;
        final LocalDateTime created;
        LocalDateTime modified;
        String status = "completed";
        final Map<Integer, BigDecimal> items = new TreeMap<>();
        final Map<Integer, BigDecimal> refunds = new TreeMap<>();

        Order(int id, LocalDateTime at) {
            this.id = id;
            this.created = at;
            this.modified = at;
        }

        BigDecimal total() {
            return items.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    public WooForTests() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public synchronized Order add(String total) {
        Order order = new Order(nextId++, now);
        order.items.put(nextId++, new BigDecimal(total));
        orders.put(order.id, order);
        return order;
    }

    synchronized void touch(Order order) {
        order.modified = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        try (call) {
            requests++;
            if (closedForMaintenance) {
                send(call, 200, "<!doctype html><title>Maintenance</title>");
            } else if (busyEvery > 0 && requests % busyEvery == 0) {
                call.getResponseHeaders().set("Retry-After", "0");
                send(call, 429, "{\"code\":\"too_many_requests\"}");
            } else if (revoked || !isSigned(call)) {
                String body =
                        "{\"code\":\"woocommerce_rest_cannot_view\",\"message\":\""
                                + SECRET
                                + "\"}";
                send(call, 401, body);
            } else {
                list(call);
            }
        }
    }

    private void list(HttpExchange call) throws IOException {
        Map<String, String> asked = parameters(call.getRequestURI());
        String path = call.getRequestURI().getPath().replace("/wp-json/wc/v3/", "");
        int size = Integer.parseInt(asked.get("per_page"));
        if (size > MOST) {
            send(call, 400, "{\"code\":\"rest_invalid_param\"}");
            return;
        }
        List<String> all =
                switch (path) {
                    case "orders" -> orders(asked);
                    case "products" -> List.of();
                    default -> refunds(path);
                };
        int page = Integer.parseInt(asked.get("page"));
        call.getResponseHeaders().set("X-WP-Total", Integer.toString(all.size()));
        String records =
                all.stream().skip((page - 1L) * size).limit(size).collect(Collectors.joining(","));
        send(call, 200, "[" + records + "]");
        afterEachPage.run();
    }

    private List<String> orders(Map<String, String> asked) {
        if ("date".equals(asked.get("orderby"))) {
            return byDay(asked);
        }
        if (!"modified".equals(asked.get("orderby")) || !"asc".equals(asked.get("order"))) {
            throw new IllegalStateException("an order that moves while it is read");
        }
        boolean trash = "trash".equals(asked.get("status"));
        String since = ignoresSince ? null : asked.get("modified_after");
        return orders.values().stream()
                .filter(order -> order.status.equals("trash") == trash)
                .filter(order ->
                        since == null || order.modified.isAfter(LocalDateTime.parse(since)))
                .filter(order -> isIncluded(order, asked.get("include")))
                .sorted(Comparator.comparing((Order o) -> o.modified).thenComparingInt(o -> o.id))
                .map(WooForTests::json)
                .toList();
    }

    private static boolean isIncluded(Order order, @Nullable String include) {
        return include == null
                || List.of(include.split(",", -1)).contains(Integer.toString(order.id));
    }

    /** Those made after one time and before another, with no field that was not asked for. */
    private List<String> byDay(Map<String, String> asked) {
        LocalDateTime after = LocalDateTime.parse(asked.get("after"));
        LocalDateTime before = LocalDateTime.parse(asked.get("before"));
        List<String> fields = List.of(asked.getOrDefault("_fields", "").split(",", -1));
        return orders.values().stream()
                .filter(order -> !order.status.equals("trash"))
                .filter(order -> order.created.isAfter(after) && order.created.isBefore(before))
                .sorted(Comparator.comparing((Order o) -> o.created).thenComparingInt(o -> o.id))
                .map(order -> (ObjectNode) JsonMapper.shared().readTree(json(order)))
                .map(order -> order.retain(fields).toString())
                .toList();
    }

    /** What the shop says of an order when it tells that it changed. */
    static byte[] told(Order order) {
        return json(order).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> refunds(String path) {
        Order order = Objects.requireNonNull(orders.get(Integer.parseInt(path.split("/", -1)[1])));
        List<String> all = new ArrayList<>();
        order.refunds.forEach((id, amount) ->
                all.add(
                        "{\"id\":%d,\"amount\":\"%s\",\"date_created_gmt\":\"%s\"}"
                                .formatted(id, amount, order.created)));
        return all;
    }

    private static String json(Order order) {
        String items =
                order.items.entrySet().stream()
                        .map(item ->
                                "{\"id\":%1$d,\"name\":\"Camisa\",\"sku\":\"CAM\",\"quantity\":1,\"subtotal\":\"%2$s\",\"total\":\"%2$s\"}"
                                        .formatted(item.getKey(), item.getValue()))
                        .collect(Collectors.joining(","));
        String refunds =
                order.refunds.entrySet().stream()
                        .map(one ->
                                "{\"id\":%d,\"total\":\"-%s\"}"
                                        .formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(","));
        return """
        {"id":%1$d,"number":"%1$d","status":"%2$s","currency":"BRL","date_created_gmt":"%3$s","date_modified_gmt":"%4$s",\
        "date_paid_gmt":"%3$s","total":"%5$s","total_tax":"0.00","shipping_total":"0.00","created_via":"checkout",\
        "billing":{"email":"comprador%1$d@example.org","state":"SP"},"line_items":[%6$s],"refunds":[%7$s]}\
        """
                .formatted(
                        order.id,
                        order.status,
                        seconds(order.created),
                        seconds(order.modified),
                        order.total(),
                        items,
                        refunds);
    }

    private static String seconds(LocalDateTime time) {
        return time.toString().length() == 16 ? time + ":00" : time.toString();
    }

    private boolean isSigned(HttpExchange call) {
        String header = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        if (!header.startsWith("OAuth ")) {
            return false;
        }
        Map<String, String> own = new HashMap<>();
        for (String pair : header.substring(6).split(", ", -1)) {
            String value = pair.substring(pair.indexOf('=') + 2, pair.length() - 1);
            own.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        String signature = own.remove("oauth_signature");
        URI whole = URI.create(address() + call.getRequestURI());
        return KEY.equals(own.get("oauth_consumer_key"))
                && new OAuth(KEY, SECRET).signature("GET", whole, own).equals(signature);
    }

    private static Map<String, String> parameters(URI address) {
        Map<String, String> all = new HashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }
}
