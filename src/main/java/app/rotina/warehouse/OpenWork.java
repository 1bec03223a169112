package app.rotina.warehouse;

import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was left undone in a store at the end of a day. */
public final class OpenWork {
    /** Why an order waits, where neither a source nor the stock tells. */
    public static final String UNKNOWN = "unknown";

    /**
     * What a source says of an order comes first, then the stock, counted at most a week ago: of
     * some article there is less than the order asks for, or there is enough of all of them.
     */
    private static final String WAITING =
            """
            -- one row per order that waits
            WITH waiting AS (SELECT * FROM (SELECT * FROM v_plain_order WHERE left_queue_day > ?
                UNION ALL SELECT * FROM v_plain_order WHERE left_queue_day IS NULL) WHERE recognised_day <= ?),
            shelf AS (SELECT sku, arg_max(on_hand, day) AS on_hand FROM v_stock WHERE day BETWEEN CAST(? AS DATE) - 6 AND ? GROUP BY sku),
            asked AS (SELECT order_id, sku, concat_ws(' · ', coalesce(any_value(product_name), sku), any_value(size), any_value(colour)) AS name, sum(coalesce(quantity, 1)) AS pieces
                FROM v_plain_line WHERE kind = 'product' AND (order_id, recognised_day) IN (SELECT order_id, recognised_day FROM waiting) GROUP BY order_id, sku),
            held AS (SELECT order_id, string_agg(name, ', ' ORDER BY name) FILTER (WHERE on_hand < pieces) AS lacking,
                CASE WHEN bool_or(on_hand < pieces) THEN 'out_of_stock' WHEN count(*) = count(on_hand) THEN 'in_stock' END AS cause
                FROM asked LEFT JOIN shelf ON shelf.sku = asked.sku GROUP BY order_id)
            SELECT w.order_id, w.recognised_day AS since, coalesce(w.delay_cause, h.cause, 'unknown') AS cause, coalesce(h.lacking, '') AS lacking,
                w.order_count, w.revenue
            FROM waiting w LEFT JOIN held h ON h.order_id = w.order_id\
            """;

    private final Engine engine;
    private final StoreSchema schema;

    OpenWork(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /**
     * Orders that wait for shipping.
     *
     * @param days how long they have waited, at most {@code 7}, which stands for a week or more
     * @param cause missed, out_of_stock, in_stock, other or {@link #UNKNOWN}
     */
    public record Unshipped(int days, String cause, long orders, BigDecimal revenue) {}

    /**
     * An order that waits for shipping.
     *
     * @param since the day from which it was due
     * @param cause as above
     * @param lacking the articles there is too little of; empty: none that is known
     */
    public record Waiting(
            String order, LocalDate since, String cause, String lacking, BigDecimal revenue) {}

    /** A variant of a hero product without stock. */
    public record HeroOut(
            String sku,
            String product,
            @Nullable String size,
            @Nullable String colour,
            @Nullable String hero) {}

    /**
     * An agent's conversations of the day.
     *
     * @param late answered after half an hour or more, or not at all
     */
    public record Answered(String agent, long conversations, long late) {}

    public List<Unshipped> unshipped(String store, LocalDate day) {
        return read(
                store,
                sql ->
                        sql.list(
                                """
                                -- one row per age and cause
                                SELECT least(date_diff('day', since, CAST(? AS DATE)), 7) AS days, cause, sum(order_count), sum(revenue)
                                FROM (%s) GROUP BY ALL ORDER BY 1 DESC, 2\
                                """
                                        .formatted(WAITING),
                                row ->
                                        new Unshipped(
                                                row.getInt(1),
                                                row.getString(2),
                                                row.getLong(3),
                                                row.getBigDecimal(4)),
                                day,
                                day,
                                day,
                                day,
                                day));
    }

    /**
     * The orders themselves, those that wait longest first.
     *
     * @param cause the only one wanted; empty: any
     */
    public List<Waiting> waiting(String store, LocalDate day, String cause, int limit) {
        return read(
                store,
                sql ->
                        sql.list(
                                "SELECT order_id, since, cause, lacking, revenue FROM (%s) WHERE ? IN ('', cause) ORDER BY since, order_id LIMIT %d"
                                        .formatted(WAITING, limit),
                                row ->
                                        new Waiting(
                                                row.getString(1),
                                                row.getObject(2, LocalDate.class),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getBigDecimal(5)),
                                day,
                                day,
                                day,
                                day,
                                cause));
    }

    public List<HeroOut> heroesOut(String store, LocalDate day) {
        return read(
                store,
                sql ->
                        sql.list(
                                "SELECT sku, product, size, colour, hero FROM v_stock WHERE day = ? AND hero_out ORDER BY hero, product, size, colour",
                                row ->
                                        new HeroOut(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5)),
                                day));
    }

    public List<Answered> answered(String store, LocalDate day, int lateMinutes) {
        return read(
                store,
                sql ->
                        sql.list(
                                """
                                -- one row per agent
                                SELECT coalesce(agent, '(not set)'), sum(conversations),
                                    sum(conversations) FILTER (WHERE NOT answered OR response_minutes >= ?)
                                FROM v_conversation WHERE counted AND NOT coalesce(_hand, false) AND day = ? GROUP BY 1 ORDER BY 3 DESC NULLS LAST, 1\
                                """,
                                row ->
                                        new Answered(
                                                row.getString(1), row.getLong(2), row.getLong(3)),
                                lateMinutes,
                                day));
    }

    private <T> List<T> read(String store, Reading<T> reading) {
        schema.ensure(store);
        return engine.read(store, reading::of);
    }

    /** A query on an open connection. */
    private interface Reading<T> {
        List<T> of(Sql sql) throws SQLException;
    }
}
