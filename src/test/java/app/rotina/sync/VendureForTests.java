package app.rotina.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Vendure shop in a process of its own, and what its keeper and its customers do there. */
final class VendureForTests implements AutoCloseable {
    static final String KEEPER = "keeper";
    static final String PASSWORD = "a password of tests";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final NodeShopForTests shop = new NodeShopForTests("vendure", PASSWORD);
    private int roles;
    private final Visit keeper = new Visit("admin-api");

    /** A customer's or the keeper's session. */
    private static final class Visit {
        private final String api;
        private String token = "";

        Visit(String api) {
            this.api = api;
        }
    }

    /**
     * An order.
     *
     * @param id the shop's own
     * @param code what people call it by
     */
    record Order(String id, String code, String line, String payment) {}

    /** Skips the test where there is no shop to be had: no Node.js, or no registry. */
    VendureForTests() {
        ask(
                keeper,
                "mutation ($name: String!, $word: String!) { login(username: $name, password:"
                        + " $word) { __typename } }",
                Map.of("name", KEEPER, "word", PASSWORD));
        ask(
                keeper,
                "mutation { it: updateChannel(input: {id: 1, defaultCurrencyCode: BRL,"
                        + " availableCurrencyCodes: [BRL]}) { __typename } }",
                Map.of());
    }

    @Override
    public void close() {
        shop.close();
        client.close();
    }

    String address() {
        return shop.address();
    }

    /** A key that may do this, and no more. */
    String key(String... permissions) {
        String role =
                ask(
                                keeper,
                                "mutation ($c: String!, $p: [Permission!]!) { it: createRole(input:"
                                        + " {code: $c, description: \"Rotina\", permissions: $p})"
                                        + " { id } }",
                                Map.of("c", "reader-" + ++roles, "p", permissions))
                        .path("id")
                        .asString();
        return ask(
                        keeper,
                        "mutation ($r: [ID!]!) { it: createApiKey(input: {roleIds: $r,"
                                + " translations: [{languageCode: en, name: \"Rotina\"}]}) {"
                                + " apiKey } }",
                        Map.of("r", List.of(role)))
                .path("apiKey")
                .asString();
    }

    /**
     * Puts something up for sale.
     *
     * @return the shop's own id of it
     */
    String offer(String sku, String name, int cents) {
        List<Map<String, String>> names =
                List.of(Map.of("languageCode", "en", "name", name, "slug", sku, "description", ""));
        String product =
                ask(
                                keeper,
                                "mutation ($i: CreateProductInput!) { it: createProduct(input: $i)"
                                        + " { id } }",
                                Map.of("i", Map.of("translations", names)))
                        .path("id")
                        .asString();
        Map<String, Object> variant =
                Map.of(
                        "productId", product,
                        "sku", sku,
                        "price", cents,
                        "stockOnHand", 1_000,
                        "translations", List.of(Map.of("languageCode", "en", "name", name)));
        return ask(
                        keeper,
                        "mutation ($i: [CreateProductVariantInput!]!) { it:"
                                + " createProductVariants(input: $i) { id } }",
                        Map.of("i", List.of(variant)))
                .path(0)
                .path("id")
                .asString();
    }

    /** Somebody buys so many of it, has it sent to a state of Brazil, and pays at once. */
    Order buy(String variant, int quantity, String state, String mail) {
        Visit customer = new Visit("shop-api");
        String line =
                ask(
                                customer,
                                "mutation ($v: ID!, $q: Int!) { it: addItemToOrder(productVariantId:"
                                        + " $v, quantity: $q) { ... on Order { lines { id } } } }",
                                Map.of("v", variant, "q", quantity))
                        .path("lines")
                        .path(0)
                        .path("id")
                        .asString();
        ask(
                customer,
                "mutation ($m: String!) { it: setCustomerForOrder(input: {firstName: \"Ana\","
                        + " lastName: \"Modelo\", emailAddress: $m}) { __typename } }",
                Map.of("m", mail));
        ask(
                customer,
                "mutation ($s: String!) { it: setOrderShippingAddress(input: {streetLine1: \"Rua"
                        + " Um, 1\", province: $s, countryCode: \"BR\"}) { __typename } }",
                Map.of("s", state));
        ask(
                customer,
                "mutation { it: setOrderShippingMethod(shippingMethodId: [\"1\"]) { __typename } }",
                Map.of());
        ask(
                customer,
                "mutation { it: transitionOrderToState(state: \"ArrangingPayment\") { __typename }"
                        + " }",
                Map.of());
        JsonNode paid =
                ask(
                        customer,
                        "mutation { it: addPaymentToOrder(input: {method: \"pix\", metadata: {}}) {"
                                + " ... on Order { id code payments { id } } } }",
                        Map.of());
        return new Order(
                paid.path("id").asString(),
                paid.path("code").asString(),
                line,
                paid.path("payments").path(0).path("id").asString());
    }

    /** Gives money back. */
    void refund(Order order, int cents) {
        String refund =
                ask(
                                keeper,
                                "mutation ($p: ID!, $a: Money!) { it: refundOrder(input: {lines:"
                                        + " [], amount: $a, shipping: 0, adjustment: 0, paymentId:"
                                        + " $p}) { ... on Refund { id } } }",
                                Map.of("p", order.payment(), "a", cents))
                        .path("id")
                        .asString();
        ask(
                keeper,
                "mutation ($r: ID!) { it: settleRefund(input: {id: $r, transactionId: \"t\"}) {"
                        + " __typename } }",
                Map.of("r", refund));
    }

    void cancel(Order order) {
        ask(
                keeper,
                "mutation ($o: ID!) { it: cancelOrder(input: {orderId: $o, cancelShipping: true}) {"
                        + " __typename } }",
                Map.of("o", order.id()));
    }

    /** Changes how many of its only line an order has, and takes or gives what that makes. */
    void change(Order order, int quantity) {
        move(order, "Modifying");
        ask(
                keeper,
                "mutation ($o: ID!, $l: ID!, $q: Int!) { it: modifyOrder(input: {dryRun: false,"
                        + " orderId: $o, adjustOrderLines: [{orderLineId: $l, quantity: $q}]}) {"
                        + " __typename } }",
                Map.of("o", order.id(), "l", order.line(), "q", quantity));
        move(order, "ArrangingAdditionalPayment");
        ask(
                keeper,
                "mutation ($o: ID!) { it: addManualPaymentToOrder(input: {orderId: $o, method:"
                        + " \"pix\", transactionId: \"t\", metadata: {}}) { __typename } }",
                Map.of("o", order.id()));
        move(order, "PaymentSettled");
    }

    private void move(Order order, String state) {
        ask(
                keeper,
                "mutation ($o: ID!, $s: String!) { it: transitionOrderToState(id: $o, state: $s) {"
                        + " __typename } }",
                Map.of("o", order.id(), "s", state));
    }

    /**
     * What the shop holds of all placed orders.
     *
     * @param ordered of its lines as placed or changed, in cents
     * @param refunded in cents
     */
    record Figures(int orders, int ordered, int refunded) {}

    Figures figures() {
        JsonNode all =
                ask(
                        keeper,
                        "{ it: orders(options: {filter: {active: {eq: false}}}) { items { state"
                                + " lines { quantity orderPlacedQuantity unitPriceWithTax }"
                                + " payments { refunds { state total } } } } }",
                        Map.of());
        int ordered = 0;
        int refunded = 0;
        for (JsonNode order : all.path("items")) {
            boolean cancelled = order.path("state").asString().equals("Cancelled");
            String quantity = cancelled ? "orderPlacedQuantity" : "quantity";
            for (JsonNode line : order.path("lines")) {
                ordered += line.path(quantity).asInt() * line.path("unitPriceWithTax").asInt();
            }
            for (JsonNode refund : order.path("payments").findValues("total")) {
                refunded += refund.asInt();
            }
        }
        return new Figures(all.path("items").size(), ordered, refunded);
    }

    private JsonNode ask(Visit visit, String query, Map<String, ?> variables) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(address() + "/" + visit.api))
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", "Bearer " + visit.token)
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    JSON.writeValueAsString(
                                                            Map.of(
                                                                    "query", query,
                                                                    "variables", variables))))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            answer.headers()
                    .firstValue("vendure-auth-token")
                    .ifPresent(token -> visit.token = token);
            JsonNode data = JSON.readTree(answer.body());
            JsonNode it = data.path("data").path("it");
            if (data.has("errors") || it.path("__typename").asString("").endsWith("Error")) {
                throw new IllegalStateException(query + " → " + answer.body());
            }
            return it;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
