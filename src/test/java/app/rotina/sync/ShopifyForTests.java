package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import app.rotina.sync.GraphForTests.Selection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop as Shopify's Admin API shows it: by cursors, and for points of a bucket that fills. */
final class ShopifyForTests implements ApiForTests.Platform {
    static final String ID = "app_of_tests";
    private static final int MOST_POINTS = 1_000;
    private static final int POINTS_A_MILLISECOND = 20;
    private static final Pattern SINCE = Pattern.compile("updated_at:>='([^']+)'");
    private static final JsonMapper JSON = JsonMapper.shared();

    final Map<Long, Order> orders = new TreeMap<>();
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    long nextId = 5_000_000_001L;
    int throttled;
    String scope = "read_orders,read_products,read_inventory,read_all_orders";
    String renamed = "";
    String denied = "";
    private double points = MOST_POINTS;
    private long filledAt = System.nanoTime();

    /** An order as the shop keeps it. */
    static final class Order {
        final long id;
        final Instant placed;
        Instant updated;
        String financial = "PAID";
        final Map<Long, BigDecimal> items = new TreeMap<>();
        final Map<Long, BigDecimal> refunds = new TreeMap<>();
        final Map<Long, BigDecimal> freight = new TreeMap<>();

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

    synchronized void touch(Order order) {
        order.updated = now;
    }

    @Override
    public Map<String, String> form() {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                ID,
                "client_secret",
                ApiForTests.SECRET);
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    public String tokenPath() {
        return "/admin/oauth/access_token";
    }

    @Override
    public String header() {
        return "X-Shopify-Access-Token";
    }

    @Override
    public String before() {
        return "";
    }

    @Override
    public synchronized Reply answer(Asked asked) {
        if (!asked.path().equals("/admin/api/2026-07/graphql.json")) {
            return new Reply(404, "{\"errors\":\"Not Found\"}", Map.of());
        }
        Selection wanted = GraphForTests.of(asked.body());
        ObjectNode answer = JSON.createObjectNode();
        int cost = wanted.cost();
        fill();
        if (cost > MOST_POINTS) {
            error(answer, "MAX_COST_EXCEEDED", "Query cost is " + cost, List.of());
        } else if (cost > points) {
            throttled++;
            error(answer, "THROTTLED", "Throttled", List.of());
        } else {
            points -= cost;
            fulfil(answer, wanted);
        }
        answer.putObject("extensions")
                .putObject("cost")
                .put("requestedQueryCost", cost)
                .putObject("throttleStatus")
                .put("maximumAvailable", (double) MOST_POINTS)
                .put("currentlyAvailable", (int) points)
                .put("restoreRate", POINTS_A_MILLISECOND * 1000.0);
        return Reply.of(answer.toString());
    }

    private void fill() {
        long time = System.nanoTime();
        points = Math.min(MOST_POINTS, points + (time - filledAt) / 1e6 * POINTS_A_MILLISECOND);
        filledAt = time;
    }

    private void fulfil(ObjectNode answer, Selection wanted) {
        try {
            answer.putObject("data").set(wanted.alias(), found(wanted));
        } catch (GraphForTests.Unknown e) {
            answer.remove("data");
            String message = "Field '" + e.getMessage() + "' doesn't exist on type 'Order'";
            error(answer, "undefinedField", message, List.of());
            return;
        }
        if (!denied.isEmpty()) {
            error(
                    answer,
                    "ACCESS_DENIED",
                    "This app is not approved to use the " + denied + " field.",
                    List.of("orders", "nodes", "0", denied));
        }
    }

    private JsonNode found(Selection wanted) {
        String id = wanted.arguments().getOrDefault("id", "");
        return switch (wanted.name()) {
            case "orders" -> page(wanted);
            case "products" -> GraphForTests.given(wanted, JSON.createArrayNode());
            case "order" ->
                    GraphForTests.given(
                            wanted, json(Objects.requireNonNull(orders.get(number(id)))));
            case "refund" -> GraphForTests.given(wanted, refund(number(id)));
            default -> throw new GraphForTests.Unknown(wanted.name());
        };
    }

    private static void error(ObjectNode answer, String code, String message, List<String> path) {
        ObjectNode error = answer.putArray("errors").addObject();
        error.put("message", message);
        error.putObject("extensions").put("code", code);
        ArrayNode names = error.putArray("path");
        path.forEach(names::add);
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    }

    /** A cursor stands for a place in the order of changes, not for a number. */
    private ObjectNode page(Selection wanted) {
        if (!"UPDATED_AT".equals(wanted.arguments().get("sortKey"))) {
            throw new IllegalStateException("an order that moves while it is read");
        }
        Matcher since = SINCE.matcher(wanted.arguments().getOrDefault("query", ""));
        if (!since.matches()) {
            throw new IllegalStateException("a search that finds nothing: " + wanted.arguments());
        }
        Instant from = Instant.parse(since.group(1));
        String after = wanted.arguments().getOrDefault("after", "");
        List<Order> all =
                orders.values().stream()
                        .filter(order -> !order.updated.isBefore(from) && isShown(order))
                        .sorted(Comparator.comparing(ShopifyForTests::cursor))
                        .filter(order -> cursor(order).compareTo(after) > 0)
                        .collect(Collectors.toList());
        ArrayNode nodes = JSON.createArrayNode();
        all.forEach(order -> nodes.add(json(order)));
        ObjectNode page =
                (ObjectNode)
                        GraphForTests.given(
                                new Selection(
                                        wanted.name(),
                                        wanted.alias(),
                                        Map.of(
                                                "first",
                                                wanted.arguments().getOrDefault("first", "")),
                                        wanted.of()),
                                nodes);
        int came = page.path("nodes").size();
        ((ObjectNode) page.path("pageInfo"))
                .put("endCursor", came == 0 ? after : cursor(all.get(came - 1)));
        return page;
    }

    private static String cursor(Order order) {
        return order.updated + "|" + order.id;
    }

    private ObjectNode json(Order order) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", "gid://shopify/Order/" + order.id)
                .put("name", "#" + order.id)
                .put("test", false)
                .put("processedAt", order.placed.toString())
                .put("updatedAt", order.updated.toString())
                .putNull("cancelledAt")
                .put("displayFinancialStatus", order.financial)
                .put("sourceName", "web")
                .put("currencyCode", "BRL")
                .put("taxesIncluded", true)
                .put("email", denied.equals("email") ? null : "c" + order.id + "@example.org")
                .putNull("phone");
        json.putArray("discountCodes");
        json.putArray("paymentGatewayNames").add("pix");
        json.putObject("shippingAddress")
                .put("city", "São Paulo")
                .put("province", "São Paulo")
                .put("countryCodeV2", "BR");
        money(json, "totalPriceSet", order.total());
        money(json, "totalShippingPriceSet", BigDecimal.ZERO);
        money(json, "totalTaxSet", BigDecimal.ZERO);
        ArrayNode paid = json.putArray("transactions");
        paid.addObject().put("status", "FAILURE").put("processedAt", "2020-01-01T00:00:00Z");
        paid.addObject().put("status", "SUCCESS").put("processedAt", order.placed.toString());
        paid.addObject().put("status", "SUCCESS").put("processedAt", order.updated.toString());
        json.putArray("fulfillments");
        ArrayNode refunds = json.putArray("refunds");
        order.refunds.keySet().forEach(id -> refunds.add(refund(id)));
        ArrayNode items = json.putArray("lineItems");
        order.items.forEach((id, price) -> items.add(item(id, price)));
        if (!renamed.isEmpty()) {
            json.set(renamed + "V2", json.remove(renamed));
        }
        return json;
    }

    /** Every item cost a real more before its discounts. */
    private static ObjectNode item(long id, BigDecimal price) {
        ObjectNode item = JSON.createObjectNode();
        item.put("id", "gid://shopify/LineItem/" + id)
                .put("sku", "CAM")
                .put("title", "Camisa")
                .put("quantity", 1);
        money(item, "originalTotalSet", price.add(BigDecimal.ONE));
        ArrayNode discounts = item.putArray("discountAllocations");
        money(discounts.addObject(), "allocatedAmountSet", new BigDecimal("0.40"));
        money(discounts.addObject(), "allocatedAmountSet", new BigDecimal("0.60"));
        return item;
    }

    /** Without the right to all of them an app sees those of the last 60 days. */
    private boolean isShown(Order order) {
        return scope.contains("read_all_orders")
                || !order.placed.isBefore(now.minus(Duration.ofDays(60)));
    }

    private ObjectNode refund(long id) {
        Order order =
                orders.values().stream()
                        .filter(one -> one.refunds.containsKey(id))
                        .findFirst()
                        .orElseThrow();
        BigDecimal freight = order.freight.getOrDefault(id, BigDecimal.ZERO);
        ObjectNode refund = JSON.createObjectNode();
        refund.put("id", "gid://shopify/Refund/" + id).put("createdAt", order.updated.toString());
        money(
                refund,
                "totalRefundedSet",
                Objects.requireNonNull(order.refunds.get(id)).add(freight));
        refund.putArray("refundLineItems");
        ArrayNode lines = refund.putArray("refundShippingLines");
        if (freight.signum() > 0) {
            ObjectNode line = lines.addObject();
            money(line, "subtotalAmountSet", freight);
            money(line, "taxAmountSet", BigDecimal.ZERO);
        }
        return refund;
    }

    private static void money(ObjectNode of, String name, BigDecimal amount) {
        of.putObject(name).putObject("shopMoney").put("amount", amount.toPlainString());
    }
}
