package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.engine.Engine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What days had brought by an hour of theirs, by when each order was placed. */
public final class DayUntil {
    private final Engine engine;
    private final StoreSchema schema;

    DayUntil(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /** Orders placed and what they were worth, refunds left out. */
    public record Placed(BigDecimal orders, BigDecimal revenue) {}

    /**
     * The moment up to which a day's orders are known: that of its last order, or later, when the
     * last file or pull of what brought them was made. Empty: none of the day came.
     */
    public Optional<Instant> known(String store, LocalDate day) {
        schema.ensure(store);
        return engine.read(
                        store,
                        sql ->
                                sql.one(
                                        """
                                        -- one row
                                        WITH placed AS (SELECT placed_at, _import FROM v_plain_order WHERE placed_day = ? AND NOT coalesce(_hand, false)),
                                        told AS (SELECT max(least(file_time, imported_at)) AS made FROM import
                                            WHERE delivery IN (SELECT i.delivery FROM import i JOIN placed p ON p._import = i.id))
                                        SELECT greatest(max(placed_at), (SELECT made FROM told)) FROM placed\
                                        """,
                                        row ->
                                                Optional.ofNullable(
                                                                row.getObject(
                                                                        1, LocalDateTime.class))
                                                        .map(at -> at.toInstant(ZoneOffset.UTC)),
                                        day))
                .flatMap(at -> at);
    }

    /** Of each day, its orders before a moment of it; days that people typed in are left out. */
    public Map<LocalDate, Placed> of(String store, Map<LocalDate, Instant> until) {
        schema.ensure(store);
        Map<LocalDate, Placed> placed = new TreeMap<>();
        if (!until.isEmpty()) {
            engine.read(
                    store,
                    sql ->
                            sql.list(
                                    query(until),
                                    row ->
                                            placed.put(
                                                    row.getObject(1, LocalDate.class),
                                                    new Placed(
                                                            amount(row.getBigDecimal(2)),
                                                            amount(row.getBigDecimal(3))))));
        }
        return placed;
    }

    private static String query(Map<LocalDate, Instant> until) {
        return """
        -- one row per day
        SELECT d.day, sum(o.order_count) FILTER (o.placed_at < d.until), sum(o.revenue) FILTER (o.placed_at < d.until)
        FROM (VALUES %s) d (day, until) LEFT JOIN v_plain_order o ON o.placed_day = d.day
        GROUP BY d.day HAVING NOT coalesce(bool_or(o._hand), false)\
        """
                .formatted(
                        until.entrySet().stream()
                                .map(each ->
                                        "(DATE '%s', TIMESTAMP '%s')"
                                                .formatted(
                                                        each.getKey(),
                                                        LocalDateTime.ofInstant(
                                                                each.getValue(), ZoneOffset.UTC)))
                                .collect(joining(", ")));
    }

    private static BigDecimal amount(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
