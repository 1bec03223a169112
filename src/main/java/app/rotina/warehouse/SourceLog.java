package app.rotina.warehouse;

import app.rotina.kernel.Days;
import app.rotina.sources.Fact;
import app.rotina.sources.Warning;
import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What each kind of source has brought so far. */
public final class SourceLog {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Engine engine;
    private final StoreSchema schema;
    private final Coverages coverages;
    private final Unchanged<String, List<Source>> unchanged;

    SourceLog(Engine engine, StoreSchema schema, Coverages coverages) {
        this.engine = engine;
        this.schema = schema;
        this.coverages = coverages;
        this.unchanged = new Unchanged<>(engine::generation);
    }

    /**
     * One kind of source, over all its files.
     *
     * @param complete when a file of it was last taken in whole; absence: none ever was
     * @param waiting rows that still wait in quarantine
     * @param facts what its rows became
     * @param through the last day it brought anything of; absence: its rows are of no day
     * @param warnings what a person should see of its last file, and of what was pulled in the day
     *     before it
     */
    public record Source(
            String delivery,
            long files,
            String lastFile,
            Instant lastAt,
            @Nullable Instant complete,
            Counts counts,
            long waiting,
            Set<String> facts,
            @Nullable LocalDate through,
            List<Warning> warnings) {}

    /** Rows of all its files. */
    public record Counts(long read, long inserted, long updated, long unchanged) {}

    /** The kinds of source, the one heard of last first. */
    public List<Source> of(String store) {
        schema.ensure(store);
        return unchanged.answer(store, "", () -> read(store));
    }

    private List<Source> read(String store) {
        Map<String, List<Days>> topics = coverages.of(store);
        return engine.read(
                store,
                sql -> {
                    Map<String, Reach> reaches = reaches(sql, topics);
                    return sql.list(
                            """
                            -- one row per kind of source
                            SELECT i.delivery, count(*), arg_max(file, id), max(imported_at),
                                max(imported_at) FILTER (quarantined = 0), CAST(sum(read) AS BIGINT),
                                CAST(sum(inserted) AS BIGINT), CAST(sum(updated) AS BIGINT),
                                CAST(sum(unchanged) AS BIGINT), coalesce(any_value(q.waiting), 0),
                                string_agg(warnings, chr(10) ORDER BY id) FILTER (id = last
                                    OR who LIKE 'sync %' AND imported_at > latest - INTERVAL 1 DAY)
                            FROM (SELECT *, max(id) OVER kind AS last, max(imported_at) OVER kind AS latest
                                FROM import WINDOW kind AS (PARTITION BY delivery)) i LEFT JOIN (SELECT delivery, count(*) AS waiting FROM quarantine
                                WHERE status = 'open' GROUP BY delivery) q ON q.delivery = i.delivery
                            GROUP BY i.delivery ORDER BY max(imported_at) DESC, i.delivery\
                            """,
                            row -> source(row, reaches.getOrDefault(row.getString(1), Reach.NONE)));
                });
    }

    /** How far a kind of source reaches. */
    private record Reach(Set<String> facts, @Nullable LocalDate through) {
        static final Reach NONE = new Reach(Set.of(), null);

        Reach with(String fact, Optional<LocalDate> day) {
            Set<String> both = new TreeSet<>(facts);
            both.add(fact);
            boolean later = through == null || day.filter(through::isBefore).isPresent();
            return new Reach(both, later ? day.orElse(through) : through);
        }
    }

    private static Map<String, Reach> reaches(Sql sql, Map<String, List<Days>> topics)
            throws SQLException {
        Map<String, Reach> reaches = new HashMap<>();
        for (FactTable table : FactTable.all()) {
            String fact = table.fact().id();
            boolean dated = table.fact().coverage() != Fact.Coverage.NONE;
            String day = dated ? "max(%s)".formatted(table.dayColumn()) : "NULL::DATE";
            sql.list(
                    "SELECT i.delivery, %s FROM %s f JOIN import i ON i.id = f._import GROUP BY i.delivery"
                            .formatted(day, table.name()),
                    row -> {
                        Optional<LocalDate> last =
                                Optional.ofNullable(row.getObject(2, LocalDate.class));
                        Optional<LocalDate> through =
                                last.isPresent() || !dated ? last : spoken(topics, fact);
                        return reaches.merge(
                                row.getString(1),
                                Reach.NONE.with(fact, through),
                                (before, one) -> before.with(fact, through));
                    });
        }
        return reaches;
    }

    /** A line without a day of its own is of its order's. */
    private static Optional<LocalDate> spoken(Map<String, List<Days>> topics, String topic) {
        return topics.getOrDefault(topic, List.of()).stream()
                .map(Days::to)
                .max(LocalDate::compareTo);
    }

    private static Source source(ResultSet row, Reach reach) throws SQLException {
        @Nullable LocalDateTime complete = row.getObject(5, LocalDateTime.class);
        return new Source(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                complete == null ? null : complete.toInstant(ZoneOffset.UTC),
                new Counts(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9)),
                row.getLong(10),
                reach.facts(),
                reach.through(),
                warnings(row.getString(11)));
    }

    /**
     * Those of several imports, a line each; none where they were taken in before there were any.
     */
    private static List<Warning> warnings(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .flatMap(line -> Stream.of(JSON.readValue(line, Warning[].class)))
                        .distinct()
                        .toList();
    }
}
