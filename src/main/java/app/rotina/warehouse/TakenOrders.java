package app.rotina.warehouse;

import app.rotina.kernel.Days;
import app.rotina.warehouse.engine.Engine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as they were taken in, to be held against where they came from. */
public final class TakenOrders {
    private final Engine engine;
    private final StoreSchema schema;

    TakenOrders(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /**
     * One of them.
     *
     * @param day the store day it was placed on
     * @param total as its source states it; absence: it does not
     * @param sourceStatus the source's own word; absence: it has none
     * @param changed the source's own time of this state
     * @param sender who handed it in as it is now
     */
    public record Taken(
            String id,
            LocalDate day,
            Instant placed,
            @Nullable BigDecimal total,
            String status,
            @Nullable String sourceStatus,
            @Nullable String currency,
            Instant changed,
            String sender) {

        /** True where it counts for nothing: it was taken away at its source, or never placed. */
        public boolean isOut() {
            return status.equals("draft");
        }
    }

    /** Those placed on these days. */
    public List<Taken> of(String store, Days days) {
        schema.ensure(store);
        return engine.read(
                store,
                sql ->
                        sql.list(
                                """
                                -- one row per order of a source
                                SELECT o.order_id, o.placed_at_day, o.placed_at, o.order_total, coalesce(o.status, ''), o.source_status,
                                    o.currency, coalesce(o._version, o.placed_at), i.who
                                FROM fact_order o JOIN import i ON i.id = o._import
                                WHERE NOT coalesce(o._hand, false) AND o.placed_at_day BETWEEN ? AND ?\
                                """,
                                TakenOrders::taken,
                                days.from(),
                                days.to()));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                instant(row, 3),
                row.getBigDecimal(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row, 8),
                row.getString(9));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
