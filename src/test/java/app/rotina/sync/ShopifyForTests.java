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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop as Shopify's Admin API shows it: by cursors, and for points of a bucket that fills. */
final class ShopifyForTests implements TellingShop.Shop {
    static final String ID = "app_of_tests";
    private static final int MOST_POINTS = 1_000;
    private static final int POINTS_A_MILLISECOND = 20;
    private static final Pattern SINCE = Pattern.compile("updated_at:>='([^']+)'");
    private static final Pattern SPAN =
            Pattern.compile("test:false AND processed_at:>'([^']+)' AND processed_at:<'([^']+)'");
    private static final Set<String> TOPICS =
            Set.of("ORDERS_CREATE", "ORDERS_UPDATED", "PRODUCTS_CREATE", "PRODUCTS_UPDATE");
    private static final JsonMapper JSON = JsonMapper.shared();

    final Map<Long, Order> orders = new TreeMap<>();
    final Map<String, List<Integer>> stock = new TreeMap<>();

    final SubscriptionsForTests told = new SubscriptionsForTests();

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
        boolean test;
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
        List<Selection> wanted = GraphForTests.of(asked.body());
        ObjectNode answer = JSON.createObjectNode();
        int cost = wanted.stream().mapToInt(Selection::cost).sum();
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

    private void fulfil(ObjectNode answer, List<Selection> wanted) {
        try {
            ObjectNode data = answer.putObject("data");
            wanted.forEach(one -> data.set(one.alias(), found(one)));
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
            case "ordersCount" ->
                    GraphForTests.given(
                            wanted, JSON.createObjectNode().put("count", searched(wanted).size()));
            case "nodes" -> nodes(wanted);
            case "productVariants" -> GraphForTests.given(wanted, variants());
            case "webhookSubscriptionCreate" -> GraphForTests.given(wanted, telling(wanted));
            case "webhookSubscriptions" -> GraphForTests.given(wanted, subscriptions());
            case "webhookSubscriptionDelete" -> GraphForTests.given(wanted, tellsNoMore(id));
            case "products" -> GraphForTests.given(wanted, JSON.createArrayNode());
            case "order" ->
                    GraphForTests.given(
                            wanted, json(Objects.requireNonNull(orders.get(number(id)))));
            case "inventoryItem" -> GraphForTests.given(wanted, item(id));
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

    /** Of what is not there nothing is told but that. */
    private JsonNode nodes(Selection wanted) {
        ArrayNode found = JSON.createArrayNode();
        for (String id : wanted.ids()) {
            Order order = id.startsWith("gid://shopify/Order/") ? orders.get(number(id)) : null;
            if (order == null) {
                found.addNull();
            } else {
                found.add(GraphForTests.given(wanted, json(order)));
            }
        }
        return found;
    }

    /** Of each place its own count; what is not tracked has none that means anything. */
    private ArrayNode variants() {
        ArrayNode all = JSON.createArrayNode();
        stock.forEach((sku, places) -> {
            ObjectNode variant = all.addObject();
            variant.put("id", "gid://shopify/ProductVariant/" + sku).put("sku", sku);
            ObjectNode item = variant.putObject("inventoryItem");
            item.put("id", "gid://shopify/InventoryItem/" + sku).put("tracked", !places.isEmpty());
            ArrayNode levels = item.putArray("inventoryLevels");
            for (int count : places) {
                ArrayNode quantities = levels.addObject().putArray("quantities");
                quantities.addObject().put("name", "available").put("quantity", count - 1);
                quantities.addObject().put("name", "on_hand").put("quantity", count);
            }
        });
        return all;
    }

    private JsonNode item(String id) {
        for (JsonNode variant : variants()) {
            if (variant.path("inventoryItem").path("id").asString().equals(id)) {
                return variant.path("inventoryItem");
            }
        }
        throw new GraphForTests.Unknown(id);
    }

    private JsonNode telling(Selection wanted) {
        String topic = wanted.arguments().getOrDefault("topic", "");
        String address = wanted.arguments().getOrDefault("uri", "");
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode errors = answer.putArray("userErrors");
        if (TOPICS.contains(topic)
                && address.matches("https://.+")
                && told.add(nextId, topic, address)) {
            answer.putObject("webhookSubscription")
                    .put("id", "gid://shopify/WebhookSubscription/" + nextId++);
        } else {
            errors.addObject().putArray("field").add("uri");
            answer.putNull("webhookSubscription");
        }
        return answer;
    }

    private ArrayNode subscriptions() {
        ArrayNode all = JSON.createArrayNode();
        told.all.forEach((id, one) ->
                all.addObject()
                        .put("id", "gid://shopify/WebhookSubscription/" + id)
                        .put("uri", one.address()));
        return all;
    }

    private JsonNode tellsNoMore(String id) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode errors = answer.putArray("userErrors");
        if (!told.stuck && told.remove(number(id))) {
            return answer.put("deletedWebhookSubscriptionId", id);
        }
        errors.addObject().putArray("field").add("id");
        return answer.putNull("deletedWebhookSubscriptionId");
    }

    /** A message about an order, as it is signed: with the app's own secret. */
    @Override
    public synchronized Told message(long order) {
        String body =
                "{\"id\":%1$d,\"admin_graphql_api_id\":\"gid://shopify/Order/%1$d\",\"email\":\"c%1$d@example.org\"}"
                        .formatted(order);
        return new Told(
                        body,
                        Map.of(
                                "X-Shopify-Topic",
                                "orders/updated",
                                "X-Shopify-Webhook-Id",
                                "w" + nextId++))
                .signed("X-Shopify-Hmac-Sha256", Hooking.Written.BASE64, ApiForTests.SECRET);
    }

    private List<Order> searched(Selection wanted) {
        String query = wanted.arguments().getOrDefault("query", "");
        Matcher span = SPAN.matcher(query);
        if (span.matches()) {
            Instant from = Instant.parse(span.group(1));
            Instant to = Instant.parse(span.group(2));
            return orders.values().stream()
                    .filter(order -> !order.test && isShown(order))
                    .filter(order -> order.placed.isAfter(from) && order.placed.isBefore(to))
                    .toList();
        }
        Matcher since = SINCE.matcher(query);
        if (!since.matches()) {
            throw new IllegalStateException("a search that finds nothing: " + query);
        }
        Instant from = Instant.parse(since.group(1));
        return orders.values().stream()
                .filter(order -> !order.updated.isBefore(from) && isShown(order))
                .toList();
    }

    /** A cursor stands for a place in the order asked for, not for a number. */
    private ObjectNode page(Selection wanted) {
        String sort = wanted.arguments().getOrDefault("sortKey", "");
        Function<Order, String> cursor =
                switch (sort) {
                    case "UPDATED_AT" -> order -> order.updated + "|" + order.id;
                    case "PROCESSED_AT" -> order -> order.placed + "|" + order.id;
                    default ->
                            throw new IllegalStateException("an order that moves while it is read");
                };
        String after = wanted.arguments().getOrDefault("after", "");
        List<Order> all =
                searched(wanted).stream()
                        .sorted(Comparator.comparing(cursor))
                        .filter(order -> cursor.apply(order).compareTo(after) > 0)
                        .toList();
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
                .put("endCursor", came == 0 ? after : cursor.apply(all.get(came - 1)));
        return page;
    }

    private ObjectNode json(Order order) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", "gid://shopify/Order/" + order.id)
                .put("name", "#" + order.id)
                .put("test", order.test)
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
