package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is expected of the people of a store, in writing. */
@Repository
public class Expectations {
    private final JdbcClient jdbc;
    private final Clock clock;

    Expectations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Something expected.
     *
     * @param of the person; absence: of whoever has the job
     * @param job absence: of the person
     * @param review the day by which it is looked at again; absence: no day
     */
    public record Expectation(
            long id,
            Task.@Nullable Holder of,
            @Nullable Job job,
            String body,
            @Nullable LocalDate review,
            String who,
            Instant at) {}

    /** What somebody expects; of a person, or else of a job. */
    public record Draft(
            @Nullable Long person, @Nullable Job job, String body, @Nullable LocalDate review) {}

    public Expectation add(String store, Draft draft, String who) {
        long id =
                jdbc.sql(
                                """
                                insert into expectation (store, person, job, body, review, written_by, written_at)
                                values (?, ?, ?, ?, ?, ?, ?) returning id
                                """)
                        .param(1, store)
                        .param(2, draft.person())
                        .param(3, draft.job() == null ? null : draft.job().id())
                        .param(4, draft.body())
                        .param(5, draft.review())
                        .param(6, who)
                        .param(7, now())
                        .query(Long.class)
                        .single();
        return of(store, id);
    }

    /** Those that hold, by job and person. */
    public List<Expectation> all(String store) {
        return jdbc.sql(
                        """
                        select expectation.*, person.name from expectation
                        left join person on person.id = expectation.person
                        where store = ? and removed_at is null
                        order by expectation.job nulls last, person.name, expectation.id
                        """)
                .param(store)
                .query(Expectations::read)
                .list();
    }

    public Expectation of(String store, long id) {
        return all(store).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_EXPECTATION, id));
    }

    /** Looked at: the next time is on another day, or on none. */
    public void review(String store, long id, @Nullable LocalDate next) {
        jdbc.sql("update expectation set review = ? where store = ? and id = ?")
                .param(1, next)
                .param(2, store)
                .param(3, id)
                .update();
    }

    /** Takes it away; it can be restored. */
    public void remove(String store, long id) {
        int found =
                jdbc.sql("update expectation set removed_at = ? where store = ? and id = ?")
                        .params(now(), store, id)
                        .update();
        if (found == 0) {
            throw new RotinaException(Problem.UNKNOWN_EXPECTATION, id);
        }
    }

    /** True where it was away. */
    public boolean restore(String store, long id) {
        return jdbc.sql(
                                """
                                update expectation set removed_at = null
                                where store = ? and id = ? and removed_at is not null
                                """)
                        .params(store, id)
                        .update()
                > 0;
    }

    private static Expectation read(ResultSet row, int number) throws SQLException {
        @Nullable String name = row.getString("name");
        @Nullable String job = row.getString("job");
        return new Expectation(
                row.getLong("id"),
                name == null ? null : new Task.Holder(row.getLong("person"), name),
                job == null ? null : Job.of(job),
                row.getString("body"),
                row.getObject("review", LocalDate.class),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
