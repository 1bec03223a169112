package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks that stores added themselves, for a person to answer. */
@Repository
public class OwnChecks {
    private final JdbcClient jdbc;
    private final Clock clock;

    OwnChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a store wants looked at.
     *
     * @param look what to look at; empty: the name says it
     */
    public record Draft(String name, String look, Job job, String cadence, LocalTime at, Way way) {}

    /**
     * What it asks, and what it shows.
     *
     * @param asks what an answer must hold: {@code note}, {@code number}, {@code link}, {@code
     *     photo}
     * @param pack the pack it goes with; empty: with none
     * @param evidence the metric that is shown beside it; empty: none
     * @param by the dimension by which it is shown too; empty: as a whole alone
     */
    public record Way(List<String> asks, String pack, String evidence, String by) {
        public Way {
            asks = List.copyOf(asks);
        }
    }

    /** One that is kept, and since when. */
    public record Own(long id, Draft draft, LocalDate since, String who) {}

    public Own add(String store, Draft draft, LocalDate since, String who) {
        return jdbc.sql(
                        """
                        insert into own_check (store, name, look, job, cadence, at, asks, pack, evidence, evidence_by, since, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *
                        """)
                .params(
                        store,
                        draft.name(),
                        draft.look(),
                        draft.job().name(),
                        draft.cadence(),
                        draft.at(),
                        String.join(" ", draft.way().asks()),
                        draft.way().pack(),
                        draft.way().evidence(),
                        draft.way().by(),
                        since,
                        who)
                .query(OwnChecks::read)
                .single();
    }

    /** Those that were not removed, the oldest first. */
    public List<Own> of(String store) {
        return jdbc.sql(
                        "select * from own_check where store = ? and removed_at is null order by id")
                .param(store)
                .query(OwnChecks::read)
                .list();
    }

    /** One of any store, also one that was removed. */
    public Optional<Own> find(long id) {
        return jdbc.sql("select * from own_check where id = ?")
                .param(id)
                .query(OwnChecks::read)
                .optional();
    }

    /** Takes it away; its answers stay, and it can be restored. */
    public void remove(String store, long id) {
        jdbc.sql(
                        "update own_check set removed_at = ? where store = ? and id = ? and removed_at is null")
                .params(Instant.now(clock).atOffset(ZoneOffset.UTC), store, id)
                .update();
    }

    public void restore(String store, long id) {
        jdbc.sql("update own_check set removed_at = null where store = ? and id = ?")
                .params(store, id)
                .update();
    }

    private static Own read(ResultSet row, int number) throws SQLException {
        return new Own(
                row.getLong("id"),
                new Draft(
                        row.getString("name"),
                        row.getString("look"),
                        Job.valueOf(row.getString("job")),
                        row.getString("cadence"),
                        row.getObject("at", LocalTime.class),
                        way(row)),
                row.getObject("since", LocalDate.class),
                row.getString("made_by"));
    }

    static Way way(ResultSet row) throws SQLException {
        return new Way(
                Arrays.stream(row.getString("asks").split(" ", -1))
                        .filter(ask -> !ask.isEmpty())
                        .toList(),
                row.getString("pack"),
                row.getString("evidence"),
                row.getString("evidence_by"));
    }
}
