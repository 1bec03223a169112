package app.rotina.state;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What stores chose about their routine: packs, other times and people, silence. */
@Repository
public class RoutineChoices {
    /** Stands for having chosen no pack at all. */
    private static final String NONE = "";

    private final JdbcClient jdbc;
    private final Clock clock;

    RoutineChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a store does a check otherwise than its pack says; absence: as the pack says. */
    public record Change(@Nullable Job job, @Nullable String cadence, @Nullable LocalTime at) {}

    /** A silence of a check, from its first to its last day. */
    public record Mute(
            long id, String check, LocalDate from, LocalDate until, String why, String who) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * The packs that were chosen and since when; absence of any: nobody has chosen yet. No pack
     * under an empty name: none is wanted.
     */
    public Map<String, LocalDate> packs(String store) {
        Map<String, LocalDate> packs = new LinkedHashMap<>();
        jdbc.sql("select pack, since from routine_pack where store = ? order by pack")
                .param(store)
                .query(row -> {
                    packs.put(row.getString(1), row.getObject(2, LocalDate.class));
                });
        return packs;
    }

    /** Goes by these packs from now on; one that was chosen before keeps its day. */
    @Transactional
    public void choose(String store, List<String> packs, LocalDate today) {
        List<String> kept = packs.isEmpty() ? List.of(NONE) : packs;
        jdbc.sql("delete from routine_pack where store = ? and not pack = any (?)")
                .params(store, kept.toArray(String[]::new))
                .update();
        for (String pack : kept) {
            jdbc.sql(
                            "insert into routine_pack (store, pack, since) values (?, ?, ?) on conflict do nothing")
                    .params(store, pack, today)
                    .update();
        }
    }

    /** What was changed, by check. */
    public Map<String, Change> changes(String store) {
        Map<String, Change> changes = new HashMap<>();
        jdbc.sql("select * from check_change where store = ?")
                .param(store)
                .query(row -> {
                    @Nullable String job = row.getString("job");
                    changes.put(
                            row.getString("check_id"),
                            new Change(
                                    job == null ? null : Job.valueOf(job),
                                    row.getString("cadence"),
                                    row.getObject("at", LocalTime.class)));
                });
        return changes;
    }

    public void change(String store, String check, Change change) {
        @Nullable Job job = change.job();
        jdbc.sql(
                        """
                        insert into check_change (store, check_id, job, cadence, at) values (?, ?, ?, ?, ?)
                        on conflict (store, check_id) do update
                        set job = excluded.job, cadence = excluded.cadence, at = excluded.at
                        """)
                .param(1, store)
                .param(2, check)
                .param(3, job == null ? null : job.name())
                .param(4, change.cadence())
                .param(5, change.at())
                .update();
    }

    /** Every silence that was not lifted, the latest last. */
    public List<Mute> mutes(String store) {
        return jdbc.sql(
                        "select * from check_mute where store = ? and lifted_at is null order by id")
                .param(store)
                .query((row, number) ->
                        new Mute(
                                row.getLong("id"),
                                row.getString("check_id"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class),
                                row.getString("why"),
                                row.getString("muted_by")))
                .list();
    }

    /** Silences a check; gives the silence's id. */
    public long mute(String store, Mute mute) {
        return jdbc.sql(
                        """
                        insert into check_mute (store, check_id, from_day, until_day, why, muted_by)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(store, mute.check(), mute.from(), mute.until(), mute.why(), mute.who())
                .query(Long.class)
                .single();
    }

    /** Ends a silence the day before; one that began that day never was. */
    @Transactional
    public void lift(String store, long id, LocalDate today) {
        int shortened =
                jdbc.sql(
                                """
                                update check_mute set until_day = least(until_day, ?)
                                where store = ? and id = ? and from_day < ?
                                """)
                        .params(today.minusDays(1), store, id, today)
                        .update();
        if (shortened == 0) {
            jdbc.sql("update check_mute set lifted_at = ? where store = ? and id = ?")
                    .params(now(), store, id)
                    .update();
        }
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
