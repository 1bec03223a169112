package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.sources.Field;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The store days of landed rows, told anew by a zone: landed rows carry the days of the zone the
 * store had when they came. The engine is never asked for a zone; it is given the offsets.
 */
final class StoreDays {
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    private static final LocalDateTime EVER = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime NEVER = LocalDateTime.of(9999, 1, 1, 0, 0);

    private final Sql sql;

    StoreDays(Sql sql) {
        this.sql = sql;
    }

    /** Writes down from when to when which offset holds. */
    void of(ZoneId zone) throws SQLException {
        List<String> spans = new ArrayList<>();
        ZoneRules rules = zone.getRules();
        LocalDateTime since = EVER;
        ZoneOffset offset = rules.getOffset(Instant.MIN);
        for (ZoneOffsetTransition change = rules.nextTransition(Instant.MIN);
                change != null && change.getInstant().isBefore(END);
                change = rules.nextTransition(change.getInstant())) {
            LocalDateTime until = LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC);
            spans.add(span(since, until, offset));
            since = until;
            offset = change.getOffsetAfter();
        }
        spans.add(span(since, NEVER, offset));
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _offset (since TIMESTAMP, until TIMESTAMP, seconds BIGINT)");
        sql.run("INSERT INTO _offset VALUES " + String.join(", ", spans));
    }

    private static String span(LocalDateTime since, LocalDateTime until, ZoneOffset offset) {
        return "('%s', '%s', %d)".formatted(since, until, offset.getTotalSeconds());
    }

    /** Gives the staged rows the days of that zone. */
    void tell(Delivery delivery) throws SQLException {
        List<String> instants =
                delivery.fields().stream()
                        .filter(field -> field.type() == Field.Type.INSTANT)
                        .map(Field::name)
                        .toList();
        if (instants.isEmpty()) {
            return;
        }
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _told AS SELECT s.* REPLACE (%s) FROM %s s"
                        .formatted(
                                instants.stream()
                                        .map(StoreDays::day)
                                        .collect(Collectors.joining(", ")),
                                Staging.TABLE));
        sql.run("DROP TABLE " + Staging.TABLE);
        sql.run("ALTER TABLE _told RENAME TO " + Staging.TABLE);
    }

    private static String day(String instant) {
        return "(SELECT CAST(s.%1$s + to_seconds(o.seconds) AS DATE) FROM _offset o WHERE s.%1$s >= o.since AND s.%1$s < o.until) AS %1$s_day"
                .formatted(instant);
    }
}
