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
     * @param cause missed, out_of_stock or other; absence: nobody has said
     */
    public record Unshipped(int days, @Nullable String cause, long orders, BigDecimal revenue) {}

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
                                SELECT least(date_diff('day', recognised_day, ?), 7) AS days, delay_cause, sum(order_count), sum(revenue)
                                FROM (SELECT * FROM v_plain_order WHERE left_queue_day > ?
                                    UNION ALL SELECT * FROM v_plain_order WHERE left_queue_day IS NULL)
                                WHERE recognised_day <= ?
                                GROUP BY ALL ORDER BY 1 DESC, 2\
                                """,
                                row ->
                                        new Unshipped(
                                                row.getInt(1),
                                                row.getString(2),
                                                row.getLong(3),
                                                row.getBigDecimal(4)),
                                day,
                                day,
                                day));
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
