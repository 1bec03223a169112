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
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote in the reviews of stores, and the reviews they signed. */
@Repository
public class Reviews {
    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which review.
     *
     * @param cadence {@code WEEKLY}, {@code FORTNIGHTLY} or {@code MONTHLY}
     * @param from the first day of its period
     */
    public record Which(String store, String cadence, LocalDate from) {}

    /** What a section says; an empty body was taken away. */
    public record Written(String section, String body, String who, Instant at) {}

    /**
     * That a review was signed.
     *
     * @param content its figures and words as they were, as JSON
     */
    public record Signature(Which which, String who, Instant at, String content) {}

    /** Words a section anew; refuses one that is signed. */
    public void write(Which which, Written written) {
        int kept =
                jdbc.sql(
                                """
                                insert into review_text (store, cadence, first_day, section, body, written_by, written_at)
                                select ?, ?, ?, ?, ?, ?, ? where not exists (select from review_signature
                                    where store = ? and cadence = ? and first_day = ?)
                                """)
                        .params(
                                which.store(),
                                which.cadence(),
                                which.from(),
                                written.section(),
                                written.body(),
                                written.who(),
                                now(),
                                which.store(),
                                which.cadence(),
                                which.from())
                        .update();
        if (kept == 0) {
            throw new RotinaException(Problem.REVIEW_SIGNED);
        }
    }

    /** The newest wording of each section, without those that were taken away. */
    public List<Written> texts(Which which) {
        return jdbc.sql(
                        """
                        select * from (select distinct on (section) * from review_text
                            where store = ? and cadence = ? and first_day = ? order by section, id desc) newest
                        where body <> '' order by id
                        """)
                .params(which.store(), which.cadence(), which.from())
                .query(Reviews::written)
                .list();
    }

    /** Keeps the review as it is; refuses one that is signed. */
    public Signature sign(Which which, String who, String content) {
        int kept =
                jdbc.sql(
                                """
                                insert into review_signature (store, cadence, first_day, signed_by, signed_at, content)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(which.store(), which.cadence(), which.from(), who, now(), content)
                        .update();
        if (kept == 0) {
            throw new RotinaException(Problem.REVIEW_SIGNED);
        }
        return signature(which).orElseThrow();
    }

    public Optional<Signature> signature(Which which) {
        return jdbc.sql(
                        "select * from review_signature where store = ? and cadence = ? and first_day = ?")
                .params(which.store(), which.cadence(), which.from())
                .query((row, number) -> signature(which, row))
                .optional();
    }

    /** A review that was signed, without what it said. */
    public record Known(String cadence, LocalDate from, String who, Instant at) {}

    /** Every review of the store that was signed. */
    public List<Known> signed(String store) {
        return jdbc.sql(
                        "select cadence, first_day, signed_by, signed_at from review_signature where store = ? order by first_day desc")
                .param(store)
                .query((row, number) ->
                        new Known(
                                row.getString("cadence"),
                                row.getObject("first_day", LocalDate.class),
                                row.getString("signed_by"),
                                at(row, "signed_at")))
                .list();
    }

    private static Signature signature(Which which, ResultSet row) throws SQLException {
        return new Signature(
                which, row.getString("signed_by"), at(row, "signed_at"), row.getString("content"));
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getString("section"),
                row.getString("body"),
                row.getString("written_by"),
                at(row, "written_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
