package app.rotina.sync;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Medusa shop in a process of its own, and what its keeper and its customers do there. It
 * sells in Brazil with taxes in its prices, and in Uruguay with taxes apart.
 */
final class MedusaForTests implements AutoCloseable {
    static final String COUPON = "DEZ";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedPostgres database = database();
    private final NodeShopForTests shop =
            new NodeShopForTests(
                    "medusa", "postgres://postgres@127.0.0.1:" + database.getPort() + "/postgres");
    private final Map<String, String> keeper = Map.of("Authorization", "Basic " + shop.said());
    private final Map<String, String> customer;
    private final Map<String, String> regions;
    private final String channel;
    private final String profile;
    private final String place;
    private final String shipping;

    /**
     * An order.
     *
     * @param line its only one
     */
    record Order(String id, String line) {}

    /** Skips the test where there is no shop to be had: no Node.js, or no registry. */
    MedusaForTests() {
        String store = get("stores").path("stores").path(0).path("id").asString();
        tell("stores/" + store, Map.of("supported_currencies", List.of(currency())));
        channel = id("sales-channels", Map.of("name", "Loja"), "sales_channel");
        place = id("stock-locations", Map.of("name", "Depósito"), "stock_location");
        profile =
                id(
                        "shipping-profiles",
                        Map.of("name", "Padrão", "type", "default"),
                        "shipping_profile");
        regions = Map.of("br", region("Brasil", "br", true), "uy", region("Uruguai", "uy", false));
        shipping = shipping();
        tell(
                "tax-regions",
                Map.of(
                        "country_code", "uy",
                        "provider_id", "tp_system",
                        "default_tax_rate", Map.of("rate", 22, "code", "iva", "name", "IVA")));
        tell(
                "promotions",
                Map.of(
                        "code",
                        COUPON,
                        "type",
                        "standard",
                        "status",
                        "active",
                        "application_method",
                        Map.of(
                                "type", "percentage",
                                "target_type", "items",
                                "allocation", "across",
                                "currency_code", "brl",
                                "value", 10)));
        JsonNode key = tell("api-keys", Map.of("title", "Loja", "type", "publishable"));
        JsonNode published = key.path("api_key");
        tell(
                "api-keys/" + published.path("id").asString() + "/sales-channels",
                Map.of("add", List.of(channel)));
        customer = Map.of("x-publishable-api-key", published.path("token").asString());
    }

    private static EmbeddedPostgres database() {
        try {
            return EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> currency() {
        return Map.of("currency_code", "brl", "is_default", true);
    }

    private String region(String name, String country, boolean taxesIncluded) {
        return id(
                "regions",
                Map.of(
                        "name",
                        name,
                        "currency_code",
                        "brl",
                        "countries",
                        List.of(country),
                        "payment_providers",
                        List.of("pp_system_default"),
                        "is_tax_inclusive",
                        taxesIncluded),
                "region");
    }

    /** One way to ship, to both countries. */
    private String shipping() {
        String at = "stock-locations/" + place;
        tell(at + "/sales-channels", Map.of("add", List.of(channel)));
        tell(at + "/fulfillment-providers", Map.of("add", List.of("manual_manual")));
        String set =
                tell(
                                at + "/fulfillment-sets?fields=*fulfillment_sets",
                                Map.of("name", "Envio", "type", "shipping"))
                        .path("stock_location")
                        .path("fulfillment_sets")
                        .path(0)
                        .path("id")
                        .asString();
        List<Map<String, String>> countries =
                List.of(
                        Map.of("type", "country", "country_code", "br"),
                        Map.of("type", "country", "country_code", "uy"));
        String zone =
                tell(
                                "fulfillment-sets/" + set + "/service-zones",
                                Map.of("name", "Envio", "geo_zones", countries))
                        .path("fulfillment_set")
                        .path("service_zones")
                        .path(0)
                        .path("id")
                        .asString();
        return id(
                "shipping-options",
                Map.of(
                        "name",
                        "Correio",
                        "service_zone_id",
                        zone,
                        "shipping_profile_id",
                        profile,
                        "provider_id",
                        "manual_manual",
                        "price_type",
                        "flat",
                        "type",
                        Map.of("label", "Correio", "description", "-", "code", "correio"),
                        "prices",
                        List.of(Map.of("currency_code", "brl", "amount", 15)),
                        "rules",
                        List.of()),
                "shipping_option");
    }

    @Override
    public void close() {
        shop.close();
        client.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return shop.address();
    }

    /** A key of the keeper's own. */
    String key() {
        return shop.said();
    }

    /**
     * Puts something up for sale.
     *
     * @return the shop's own id of it
     */
    String offer(String sku, String name, String price, int stock) {
        Map<String, Object> variant =
                Map.of(
                        "title",
                        "M",
                        "sku",
                        sku,
                        "options",
                        Map.of("Size", "M"),
                        "prices",
                        List.of(Map.of("currency_code", "brl", "amount", new BigDecimal(price))));
        JsonNode product =
                tell(
                        "products",
                        Map.of(
                                "title",
                                name,
                                "status",
                                "published",
                                "shipping_profile_id",
                                profile,
                                "sales_channels",
                                List.of(Map.of("id", channel)),
                                "options",
                                List.of(Map.of("title", "Size", "values", List.of("M"))),
                                "variants",
                                List.of(variant)));
        String item =
                get("inventory-items?sku=" + sku)
                        .path("inventory_items")
                        .path(0)
                        .path("id")
                        .asString();
        tell(
                "inventory-items/" + item + "/location-levels",
                Map.of("location_id", place, "stocked_quantity", stock));
        return product.path("product").path("variants").path(0).path("id").asString();
    }

    /** Somebody buys so many of it and has it sent to that country; the money is only reserved. */
    Order buy(String variant, int quantity, String country, String... coupons) {
        Map<String, String> address =
                Map.of(
                        "first_name", "Ana",
                        "last_name", "Modelo",
                        "address_1", "Rua Um, 1",
                        "city", "Santos",
                        "province", "SP",
                        "country_code", country);
        String cart =
                shopping(
                                "carts",
                                Map.of(
                                        "region_id", regions.get(country),
                                        "email", "ana@example.org",
                                        "shipping_address", address,
                                        "promo_codes", List.of(coupons),
                                        "items",
                                                List.of(
                                                        Map.of(
                                                                "variant_id",
                                                                variant,
                                                                "quantity",
                                                                quantity))))
                        .path("cart")
                        .path("id")
                        .asString();
        shopping("carts/" + cart + "/shipping-methods", Map.of("option_id", shipping));
        String payment =
                shopping("payment-collections", Map.of("cart_id", cart))
                        .path("payment_collection")
                        .path("id")
                        .asString();
        shopping(
                "payment-collections/" + payment + "/payment-sessions",
                Map.of("provider_id", "pp_system_default"));
        JsonNode order = shopping("carts/" + cart + "/complete", Map.of()).path("order");
        return new Order(
                order.path("id").asString(), order.path("items").path(0).path("id").asString());
    }

    /** Takes the money that is reserved. */
    void capture(Order order) {
        tell("payments/" + payment(order) + "/capture", Map.of());
    }

    /** Gives money back. */
    void refund(Order order, String amount) {
        tell("payments/" + payment(order) + "/refund", Map.of("amount", new BigDecimal(amount)));
    }

    void cancel(Order order) {
        tell("orders/" + order.id() + "/cancel", Map.of());
    }

    /** Changes how many of its only line an order has; what that makes more is paid. */
    void change(Order order, int quantity) {
        String edit = "order-edits/" + order.id();
        tell("order-edits", Map.of("order_id", order.id()));
        tell(edit + "/items/item/" + order.line(), Map.of("quantity", quantity));
        tell(edit + "/confirm", Map.of());
        for (JsonNode payment : order(order).path("payment_collections")) {
            if (payment.path("status").asString().equals("not_paid")) {
                tell(
                        "payment-collections/" + payment.path("id").asString() + "/mark-as-paid",
                        Map.of("order_id", order.id()));
            }
        }
    }

    /** All of its only line comes back; no money does by that. */
    void giveBack(Order order, int quantity) {
        List<Map<String, Object>> items = List.of(Map.of("id", order.line(), "quantity", quantity));
        tell("orders/" + order.id() + "/fulfillments", Map.of("items", items));
        String back =
                "returns/"
                        + id(
                                "returns",
                                Map.of("order_id", order.id(), "location_id", place),
                                "return");
        tell(back + "/request-items", Map.of("items", items));
        tell(back + "/request", Map.of());
        tell(back + "/receive", Map.of());
        tell(back + "/receive-items", Map.of("items", items));
        tell(back + "/receive/confirm", Map.of());
    }

    private String payment(Order order) {
        return order(order)
                .path("payment_collections")
                .path(0)
                .path("payments")
                .path(0)
                .path("id")
                .asString();
    }

    private JsonNode order(Order order) {
        return get("orders/" + order.id()).path("order");
    }

    /**
     * What the shop says of all its orders.
     *
     * @param goods of all orders, after discounts, without taxes that stand apart
     * @param total with shipping and taxes, before refunds
     * @param taken goods of the orders whose money was captured
     * @param refunded with shipping, where an order was cancelled
     */
    record Figures(
            int orders,
            int units,
            BigDecimal goods,
            BigDecimal total,
            BigDecimal taken,
            BigDecimal refunded) {

        Figures plus(Figures other) {
            return new Figures(
                    orders + other.orders,
                    units + other.units,
                    goods.add(other.goods),
                    total.add(other.total),
                    taken.add(other.taken),
                    refunded.add(other.refunded));
        }

        Figures toTheCent() {
            return new Figures(
                    orders, units, cents(goods), cents(total), cents(taken), cents(refunded));
        }

        static BigDecimal cents(BigDecimal amount) {
            return amount.setScale(2, RoundingMode.HALF_UP);
        }
    }

    Figures figures() {
        BigDecimal none = BigDecimal.ZERO;
        Figures all = new Figures(0, 0, none, none, none, none);
        for (JsonNode order :
                get("orders?limit=100&fields=total,item_total,item_tax_total,credit_line_total,"
                                + "*items,*payment_collections")
                        .path("orders")) {
            all = all.plus(figures(order));
        }
        return all.toTheCent();
    }

    private static Figures figures(JsonNode order) {
        BigDecimal goods = order.path("item_total").decimalValue();
        int units = 0;
        for (JsonNode item : order.path("items")) {
            units += item.path("quantity").asInt();
            goods =
                    item.path("is_tax_inclusive").asBoolean()
                            ? goods
                            : goods.subtract(item.path("tax_total").decimalValue());
        }
        BigDecimal captured = BigDecimal.ZERO;
        BigDecimal refunded = BigDecimal.ZERO;
        for (JsonNode payment : order.path("payment_collections")) {
            captured = captured.add(payment.path("captured_amount").decimalValue());
            refunded = refunded.add(payment.path("refunded_amount").decimalValue());
        }
        return new Figures(
                1,
                units,
                goods,
                order.path("total")
                        .decimalValue()
                        .add(order.path("credit_line_total").decimalValue()),
                captured.signum() == 0 ? BigDecimal.ZERO : goods,
                refunded);
    }

    private String id(String path, Map<String, ?> body, String name) {
        return tell(path, body).path(name).path("id").asString();
    }

    private JsonNode get(String path) {
        return ask("/admin/" + path, keeper, null);
    }

    private JsonNode tell(String path, Map<String, ?> body) {
        return ask("/admin/" + path, keeper, body);
    }

    private JsonNode shopping(String path, Map<String, ?> body) {
        return ask("/store/" + path, customer, body);
    }

    private JsonNode ask(String path, Map<String, String> who, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Content-Type", "application/json");
        who.forEach(request::header);
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " → " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
