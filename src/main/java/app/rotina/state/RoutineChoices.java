package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /**
     * How a store does a check otherwise than its pack says; absence: as the pack says.
     *
     * @param severity {@code FAIL} or {@code ATTENTION}
     * @param least what its rule finds nothing below
     * @param own what a check of the store's own asks and shows; absence: as it was added
     * @param leftOut true where the store does without it
     * @param since the day from which it is back after it was left out
     */
    public record Change(
            @Nullable Job job,
            @Nullable String cadence,
            @Nullable LocalTime at,
            @Nullable String severity,
            @Nullable BigDecimal least,
            @Nullable String name,
            @Nullable String look,
            @Nullable String todo,
            OwnChecks.@Nullable Way own,
            boolean leftOut,
            @Nullable LocalDate since) {
        public static final Change NONE =
                new Change(null, null, null, null, null, null, null, null, null, false, null);

        /** The same, left out or back from a day on. */
        public Change out(boolean leftOut, @Nullable LocalDate since) {
            return new Change(
                    job, cadence, at, severity, least, name, look, todo, own, leftOut, since);
        }
    }

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
        jdbc.sql(
                        "select pack, since from routine_pack where store = ? and left_by is null order by pack")
                .param(store)
                .query(row -> {
                    packs.put(row.getString(1), row.getObject(2, LocalDate.class));
                });
        return packs;
    }

    /**
     * Goes by these packs, each from its day on; one that was chosen before keeps its day. Gives
     * the choice, by which it is taken back; zero: nothing changed.
     */
    @Transactional
    public long choose(String store, Map<String, LocalDate> packs, LocalDate today) {
        Map<String, LocalDate> kept = packs.isEmpty() ? Map.of(NONE, today) : packs;
        long choice = jdbc.sql("select nextval('routine_choice')").query(Long.class).single();
        int changed =
                jdbc.sql(
                                "update routine_pack set left_by = ? where store = ? and left_by is null and not pack = any (?)")
                        .params(choice, store, kept.keySet().toArray(String[]::new))
                        .update();
        for (Map.Entry<String, LocalDate> pack : kept.entrySet()) {
            changed +=
                    jdbc.sql(
                                    """
                                    insert into routine_pack (store, pack, since, choice) values (?, ?, ?, ?)
                                    on conflict (store, pack) where left_by is null do nothing
                                    """)
                            .params(store, pack.getKey(), pack.getValue(), choice)
                            .update();
        }
        return changed == 0 ? 0 : choice;
    }

    /** Takes a choice of packs back, unless another was made since. */
    @Transactional
    public void takeBackChoice(String store, long choice) {
        long latest =
                jdbc.sql(
                                "select coalesce(max(greatest(choice, left_by)), 0) from routine_pack where store = ?")
                        .param(store)
                        .query(Long.class)
                        .single();
        if (latest != choice || choice == 0) {
            throw new RotinaException(Problem.CHOSEN_ANEW);
        }
        jdbc.sql("delete from routine_pack where store = ? and choice = ?")
                .params(store, choice)
                .update();
        jdbc.sql("update routine_pack set left_by = null where store = ? and left_by = ?")
                .params(store, choice)
                .update();
    }

    /** What was changed, by check. */
    public Map<String, Change> changes(String store) {
        Map<String, Change> changes = new HashMap<>();
        jdbc.sql(
                        """
                        -- one row per check
                        select distinct on (check_id) * from check_change where store = ? and taken_back_at is null
                        order by check_id, id desc
                        """)
                .param(store)
                .query(row -> {
                    changes.put(row.getString("check_id"), read(row));
                });
        return changes;
    }

    /** What was changed of one of them. */
    public Change changed(String store, String check) {
        return jdbc.sql(
                        """
                        select * from check_change where store = ? and check_id = ? and taken_back_at is null
                        order by id desc limit 1
                        """)
                .params(store, check)
                .query((row, number) -> read(row))
                .optional()
                .orElse(Change.NONE);
    }

    private static Change read(ResultSet row) throws SQLException {
        @Nullable String job = row.getString("job");
        return new Change(
                job == null ? null : Job.valueOf(job),
                row.getString("cadence"),
                row.getObject("at", LocalTime.class),
                row.getString("severity"),
                row.getBigDecimal("least"),
                row.getString("name"),
                row.getString("look"),
                row.getString("todo"),
                row.getString("asks") == null ? null : OwnChecks.way(row),
                row.getBoolean("left_out"),
                row.getObject("since", LocalDate.class));
    }

    /** Wants a check so from now on; gives the change, by which it is taken back. */
    public long change(String store, String check, Change change) {
        @Nullable Job job = change.job();
        OwnChecks.@Nullable Way own = change.own();
        return jdbc.sql(
                        """
                        insert into check_change (store, check_id, job, cadence, at, severity, least, name, look, todo,
                            asks, pack, evidence, evidence_by, left_out, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .param(1, store)
                .param(2, check)
                .param(3, job == null ? null : job.name())
                .param(4, change.cadence())
                .param(5, change.at())
                .param(6, change.severity())
                .param(7, change.least())
                .param(8, change.name())
                .param(9, change.look())
                .param(10, change.todo())
                .param(11, own == null ? null : String.join(" ", own.asks()))
                .param(12, own == null ? null : own.pack())
                .param(13, own == null ? null : own.evidence())
                .param(14, own == null ? null : own.by())
                .param(15, change.leftOut())
                .param(16, change.since())
                .query(Long.class)
                .single();
    }

    /** Takes the latest change of a check back, so that the one before it counts again. */
    public void takeBack(String store, long change) {
        int taken =
                jdbc.sql(
                                """
                                update check_change set taken_back_at = ?
                                where store = ? and id = ? and taken_back_at is null and not exists (select 1
                                    from check_change later where later.store = check_change.store
                                    and later.check_id = check_change.check_id and later.id > check_change.id
                                    and later.taken_back_at is null)
                                """)
                        .params(now(), store, change)
                        .update();
        if (taken == 0) {
            throw new RotinaException(Problem.CHECK_MOVED_ON);
        }
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
