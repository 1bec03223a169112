package app.rotina.warehouse;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tables that measures are taken from, as views that leave out what does not count. A day that
 * one source brings whole, as connections do, counts by that source alone: what files have of the
 * same day, and of the same platform or channel, does not. Nor does a day's row of all agents
 * together where they have rows of their own.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
enum MeasureTable {
    LINE(
            "resolved_line",
            """
            SELECT *, recognised_day = placed_day AS same_day FROM resolved_line WHERE counted AND NOT _superseded\
            """,
            List.of(
                    "channel",
                    "marketing_channel",
                    "category",
                    "product",
                    "size",
                    "colour",
                    "region",
                    "country",
                    "device",
                    "payment_method",
                    "customer_kind",
                    "agent"),
            List.of(
                    "order_id",
                    "kind",
                    "sku",
                    "product_name",
                    "size",
                    "colour",
                    "quantity",
                    "channel",
                    "category",
                    "region",
                    "country")),
    ORDER(
            "resolved_order",
            """
            SELECT *, approved_day IS NOT NULL AS approved, recognised_day IS NOT NULL AS queued, recognised_day = placed_day AS same_day
            FROM resolved_order WHERE sale AND NOT _superseded\
            """,
            List.of(
                    "channel",
                    "marketing_channel",
                    "region",
                    "country",
                    "device",
                    "payment_method",
                    "customer_kind",
                    "agent"),
            List.of(
                    "order_id",
                    "status",
                    "channel",
                    "region",
                    "country",
                    "payment_method",
                    "customer_kind",
                    "order_count")),
    TRAFFIC(
            "fact_traffic_day",
            """
            SELECT * REPLACE (coalesce(channel, 'site') AS channel, coalesce(nullif(regexp_replace(landing, '[?#].*', ''), ''), CASE WHEN landing IS NOT NULL THEN '/' END) AS landing),
                CASE WHEN visitors IS NOT NULL THEN page_views END AS views_of_visitors, CASE WHEN page_views IS NOT NULL THEN visitors END AS visitors_with_views,
                CASE WHEN sessions IS NOT NULL THEN page_views END AS views_of_sessions, CASE WHEN page_views IS NOT NULL THEN sessions END AS sessions_with_views,
                CASE WHEN sessions IS NOT NULL THEN bounces END AS bounces_of_sessions, CASE WHEN bounces IS NOT NULL THEN sessions END AS sessions_with_bounces,
                CASE WHEN sessions IS NOT NULL THEN add_to_carts END AS carts_of_sessions, CASE WHEN add_to_carts IS NOT NULL THEN sessions END AS sessions_with_carts,
                CASE WHEN add_to_carts IS NOT NULL THEN checkouts END AS checkouts_of_carts, CASE WHEN checkouts IS NOT NULL THEN add_to_carts END AS carts_with_checkouts,
                CASE WHEN sessions IS NOT NULL THEN checkouts END AS checkouts_of_sessions
            FROM fact_traffic_day f
            WHERE (NOT _hand OR day NOT IN (SELECT day FROM fact_traffic_day WHERE NOT _hand))
            AND (_group IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fact_traffic_day w
                WHERE w._group IS NOT NULL AND w.day = f.day AND coalesce(w.channel, 'site') = coalesce(f.channel, 'site')))\
            """,
            List.of("channel", "marketing_channel", "device", "landing"),
            List.of("channel", "source", "medium", "campaign", "device", "landing", "estimate")),
    AD(
            "fact_ad_day",
            """
            SELECT * REPLACE (coalesce(channel, 'site') AS channel) FROM fact_ad_day f
            WHERE (NOT _hand OR day NOT IN (SELECT day FROM fact_ad_day WHERE NOT _hand))
            AND (_group IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fact_ad_day w
                WHERE w._group IS NOT NULL AND w.day = f.day AND w.platform = f.platform))\
            """,
            List.of("channel"),
            List.of("platform", "campaign", "ad_group", "creative")),
    CONVERSATION(
            "fact_conversation",
            """
            SELECT * REPLACE ('chat' AS channel), started_at_day AS day, coalesce(pre_sale, true) AND NOT coalesce(from_visit, false) AS counted,
                customer_id IS NULL OR row_number() OVER (PARTITION BY customer_id, started_at_day,
                    coalesce(pre_sale, true) AND NOT coalesce(from_visit, false) ORDER BY started_at, conversation_id) = 1 AS first_of_day,
                coalesce(conversation_count, 1) AS conversations,
                CAST(date_diff('second', started_at, first_response_at) AS DECIMAL(18, 4)) / 60 AS response_minutes,
                first_response_at IS NOT NULL AS answered
            FROM fact_conversation c
            WHERE (NOT _hand OR started_at_day NOT IN (
                SELECT started_at_day FROM fact_conversation WHERE _hand AND started_at_day IS NOT NULL
                INTERSECT SELECT started_at_day FROM fact_conversation WHERE NOT _hand))
            AND (_hand OR agent IS NOT NULL OR conversation_count IS NULL OR NOT EXISTS (SELECT 1 FROM fact_conversation a
                WHERE a.started_at_day = c.started_at_day AND coalesce(a.channel, '') = coalesce(c.channel, '')
                AND a.agent IS NOT NULL AND a.conversation_count IS NOT NULL))\
            """,
            List.of("channel", "agent"),
            List.of("conversation_id", "agent", "topic", "started_at", "first_response_at")),
    SERVICE(
            "fact_service_day",
            """
            SELECT *, 'chat' AS channel, CASE WHEN received > 0 AND response_seconds IS NOT NULL THEN received END AS answered,
                CASE WHEN received > 0 THEN received * response_seconds END AS response_total
            FROM fact_service_day f
            WHERE agent IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fact_service_day a WHERE a.day = f.day AND a.agent IS NOT NULL)\
            """,
            List.of("channel", "agent"),
            List.of(
                    "agent",
                    "inquired",
                    "received",
                    "buyers",
                    "sales",
                    "response_seconds",
                    "inquiry_conversion",
                    "satisfaction")),
    PRODUCT_DAY(
            "fact_product_day",
            """
            SELECT d.* REPLACE (coalesce(d.channel, 'site') AS channel, coalesce(d.product, p.product, d.sku) AS product), p.category
            FROM fact_product_day d LEFT JOIN fact_product p ON p.sku = d.sku\
            """,
            List.of("channel", "category", "product"),
            List.of(
                    "sku",
                    "product_name",
                    "channel",
                    "visitors",
                    "page_views",
                    "favourites",
                    "add_to_carts",
                    "buyers",
                    "units",
                    "paid_amount",
                    "stay_seconds",
                    "bounce_rate",
                    "score")),
    CART(
            "fact_cart",
            "SELECT *, abandoned_at_day AS day, recovered_at IS NOT NULL OR order_id IS NOT NULL AS recovered FROM fact_cart",
            List.of(),
            List.of("cart_id", "abandoned_at", "recovered_at", "order_id")),
    STOCK(
            "fact_stock_day",
            """
            SELECT s.*, s.on_hand <= 0 AS out, s.hero IN ('primary', 'secondary') AND s.on_hand <= 0 AS hero_out,
                CASE WHEN s.on_hand < 0 THEN 0 ELSE s.on_hand END * s.price AS retail_value,
                CASE WHEN s.on_hand < 0 THEN 0 ELSE s.on_hand END * s.cost AS cost_value, s.price IS NULL AND s.on_hand > 0 AS unpriced,
                CAST(s.on_hand <= s.alert_level AS INTEGER) AS low
            FROM (SELECT s.*, coalesce(nullif(h.hero, 'delivered'), s.delivered, 'none') AS hero
                FROM (SELECT s.* REPLACE (coalesce(s.product, p.product, s.sku) AS product, coalesce(s.size, p.size) AS size,
                    coalesce(s.colour, p.colour) AS colour), p.category, p.hero AS delivered,
                    p.list_price AS price, coalesce(s.unit_cost, p.cost) AS cost, p.alert_level
                    FROM fact_stock_day s LEFT JOIN fact_product p ON p.sku = s.sku
                    WHERE s._group IS NOT NULL OR s.day NOT IN (SELECT day FROM fact_stock_day WHERE _group IS NOT NULL)) s
                ASOF LEFT JOIN fact_hero h ON h.product = s.product AND s.day >= h.since) s\
            """,
            List.of("category", "product", "size", "colour"),
            List.of("sku", "product", "size", "colour", "on_hand"));

    /** What a count of orders is also kept by, through the orders' product lines. */
    static final List<String> OF_PRODUCTS = List.of("category", "product", "size", "colour");

    /** Too many values a day to be kept rolled up: these are taken from the rows. */
    private static final Set<String> OF_ROWS = Set.of("landing");

    private final String table;
    private final String view;
    private final List<String> dimensions;
    private final List<String> columns;

    MeasureTable(String table, String view, List<String> dimensions, List<String> columns) {
        this.table = table;
        this.view = view;
        this.dimensions = dimensions;
        this.columns = columns;
    }

    static MeasureTable of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String viewName() {
        return "v_" + name().toLowerCase(Locale.ROOT);
    }

    /** The same without whether the traffic is known, for measures that do not ask. */
    String plainViewName() {
        return tracks() ? "v_plain_" + name().toLowerCase(Locale.ROOT) : viewName();
    }

    /** The rows of some days before any is left out, as a condition with what the days are in. */
    String storedOn(String day) {
        String stored =
                tracks() ? day : FactTable.of(table.substring("fact_".length())).dayColumn();
        return table + " WHERE " + stored;
    }

    private boolean tracks() {
        return this == LINE || this == ORDER;
    }

    List<String> ddl() {
        String plain = "CREATE OR REPLACE VIEW %s AS %s".formatted(plainViewName(), view);
        return tracks() ? List.of(plain, tracking()) : List.of(plain);
    }

    private String tracking() {
        return """
        CREATE OR REPLACE VIEW %s AS SELECT x.*, t.day IS NOT NULL AS tracked, coalesce(t.checkouts, false) AS checkouts_known FROM %s x
        LEFT JOIN tracked_day t ON t.day = x.placed_day AND t.channel = x.channel\
        """
                .formatted(viewName(), plainViewName());
    }

    /** What a person sees of a row, beside its day, contribution and file. */
    List<String> columns() {
        return columns;
    }

    List<String> dimensions() {
        return dimensions;
    }

    /** The dimensions that the roll-up keeps. */
    List<String> rolledUp() {
        return dimensions.stream().filter(MeasureTable::rollsUp).toList();
    }

    static boolean rollsUp(String dimension) {
        return !OF_ROWS.contains(dimension);
    }
}
