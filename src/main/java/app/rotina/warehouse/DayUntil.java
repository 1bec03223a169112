package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.kernel.Store;
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
     * The moment up to which a day's orders are known: of each source that brought some, that of
     * its last order, or later, when its last file or pull was made; of several, the earliest.
     * Empty: none of the day came, or nothing says at what hours.
     */
    public Optional<Instant> known(Store store, LocalDate day) {
        schema.ensure(store.id());
        return engine.read(
                        store.id(),
                        sql ->
                                sql.one(
                                        """
                                        -- one row
                                        WITH placed AS (SELECT p.placed_at, i.delivery FROM v_plain_order p LEFT JOIN import i ON i.id = p._import
                                            WHERE p.placed_day = ? AND NOT coalesce(p._hand, false)),
                                        reached AS (SELECT max(placed_at) AS last,
                                            greatest(max(placed_at), (SELECT max(least(file_time, imported_at)) FROM import i WHERE i.delivery = p.delivery)) AS reach
                                            FROM placed p GROUP BY p.delivery)
                                        SELECT CASE WHEN max(last) > ? THEN min(reach) END FROM reached\
                                        """,
                                        row ->
                                                Optional.ofNullable(
                                                                row.getObject(
                                                                        1, LocalDateTime.class))
                                                        .map(at -> at.toInstant(ZoneOffset.UTC)),
                                        day,
                                        start(store, day)))
                .flatMap(at -> at);
    }

    /**
     * Of each day, its orders before a moment of it; days that people typed in are left out, and
     * those whose orders have no hour.
     */
    public Map<LocalDate, Placed> of(Store store, Map<LocalDate, Instant> until) {
        schema.ensure(store.id());
        Map<LocalDate, Placed> placed = new TreeMap<>();
        if (!until.isEmpty()) {
            engine.read(
                    store.id(),
                    sql ->
                            sql.list(
                                    query(store, until),
                                    row ->
                                            placed.put(
                                                    row.getObject(1, LocalDate.class),
                                                    new Placed(
                                                            amount(row.getBigDecimal(2)),
                                                            amount(row.getBigDecimal(3))))));
        }
        return placed;
    }

    private static String query(Store store, Map<LocalDate, Instant> until) {
        return """
        -- one row per day
        SELECT d.day, sum(o.order_count) FILTER (o.placed_at < d.until), sum(o.revenue) FILTER (o.placed_at < d.until)
        FROM (VALUES %s) d (day, start, until) LEFT JOIN v_plain_order o ON o.placed_day = d.day
        GROUP BY d.day HAVING NOT coalesce(bool_or(o._hand), false) AND coalesce(bool_or(o.placed_at > d.start), true)\
        """
                .formatted(
                        until.entrySet().stream()
                                .map(each ->
                                        "(DATE '%s', TIMESTAMP '%s', TIMESTAMP '%s')"
                                                .formatted(
                                                        each.getKey(),
                                                        start(store, each.getKey()),
                                                        LocalDateTime.ofInstant(
                                                                each.getValue(), ZoneOffset.UTC)))
                                .collect(joining(", ")));
    }

    /** What stands as an order's moment where its source tells no more than the day. */
    private static LocalDateTime start(Store store, LocalDate day) {
        return LocalDateTime.ofInstant(day.atStartOfDay(store.zone()).toInstant(), ZoneOffset.UTC);
    }

    private static BigDecimal amount(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
