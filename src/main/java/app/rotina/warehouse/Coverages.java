package app.rotina.warehouse;

import app.rotina.kernel.Days;
import app.rotina.warehouse.engine.Engine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads which days a store's sources spoke for. */
public final class Coverages {
    private final Engine engine;
    private final StoreSchema schema;
    private final Unchanged<String, Map<String, List<Days>>> unchanged;
    private final Unchanged<String, Map<String, Set<String>>> channels;

    Coverages(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
        this.unchanged = new Unchanged<>(engine::generation);
        this.channels = new Unchanged<>(engine::generation);
    }

    /**
     * The covered days by topic. Days that only people entered by hand count for orders and lines
     * as long as no source has delivered any.
     */
    public Map<String, List<Days>> of(String store) {
        schema.ensure(store);
        return unchanged.answer(store, "", () -> read(store));
    }

    /**
     * The channels that any source ever reported visitors or ads of, by the table they are in, and
     * of those that tell bounces, by that topic.
     */
    public Map<String, Set<String>> reportedChannels(String store) {
        schema.ensure(store);
        return channels.answer(store, "", () -> readChannels(store));
    }

    private Map<String, Set<String>> readChannels(String store) {
        Map<String, Set<String>> reported = new TreeMap<>();
        engine.read(
                store,
                sql ->
                        sql.list(
                                """
                                WITH visited AS (SELECT DISTINCT coalesce(channel, 'site') AS channel FROM fact_traffic_day
                                    UNION SELECT 'chat' WHERE EXISTS (SELECT 1 FROM fact_conversation))
                                SELECT unnest(['traffic', 'conversation']), channel FROM visited
                                UNION SELECT 'ad', coalesce(channel, 'site') FROM fact_ad_day
                                UNION SELECT 'traffic_day.bounces', coalesce(channel, 'site') FROM fact_traffic_day WHERE bounces IS NOT NULL\
                                """,
                                row ->
                                        reported.computeIfAbsent(
                                                        row.getString(1), any -> new TreeSet<>())
                                                .add(row.getString(2))));
        return reported;
    }

    private Map<String, List<Days>> read(String store) {
        Map<String, List<Days>> topics = new TreeMap<>();
        engine.read(
                store,
                sql ->
                        sql.list(
                                """
                                SELECT DISTINCT topic, day_from, day_to FROM coverage c
                                WHERE NOT hand OR (topic NOT LIKE 'order%' AND topic NOT LIKE 'line%')
                                OR NOT EXISTS (SELECT 1 FROM coverage s WHERE s.topic = 'order' AND NOT s.hand)\
                                """,
                                row -> {
                                    Days days =
                                            new Days(
                                                    row.getObject(2, LocalDate.class),
                                                    row.getObject(3, LocalDate.class));
                                    return topics.computeIfAbsent(
                                                    row.getString(1), any -> new ArrayList<>())
                                            .add(days);
                                }));
        return topics;
    }
}
