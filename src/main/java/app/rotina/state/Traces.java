package app.rotina.state;

import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What people did in Rotina itself, where that answers a check of their routine. */
@Repository
public class Traces {
    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done. */
    public enum Kind {
        /** A review was signed. */
        REVIEW,
        /** A meeting was held and closed. */
        MEETING,
        /** The month has a goal in what the store's goal is in. */
        GOAL,
        /** Somebody wrote down what happened on the day. */
        NOTE,
        /** The day's notices were read by all whom they are for. */
        BULLETIN
    }

    /**
     * That it was done.
     *
     * @param day of a review the first of what it looks back on, of a goal the first of its month
     * @param said empty: nothing was written
     */
    public record Trace(LocalDate day, String who, Instant at, String said) {}

    /**
     * Those that name one of the days, the earliest first.
     *
     * @param cadence of reviews and meetings, such as {@code WEEKLY}
     */
    public List<Trace> of(Store store, Kind kind, String cadence, Days days) {
        StatementSpec sql =
                jdbc.sql(query(kind) + " order by day, at")
                        .param("store", store.id())
                        .param("from", days.from())
                        .param("to", days.to());
        return (switch (kind) {
                    case REVIEW, MEETING -> sql.param("cadence", cadence);
                    case GOAL -> sql.param("metric", store.basis().metric());
                    case NOTE -> sql;
                    case BULLETIN -> sql.param("zone", store.zone().getId());
                })
                .query(Traces::read)
                .list();
    }

    private static String query(Kind kind) {
        return switch (kind) {
            case REVIEW ->
                    """
                    select first_day as day, signed_by as who, signed_at as at, '' as said from review_signature
                    where store = :store and cadence = :cadence and first_day between :from and :to
                    """;
            case MEETING ->
                    """
                    select day, closed_by as who, closed_at as at, '' as said from meeting
                    where store = :store and cadence = :cadence and closed_at is not null and day between :from and :to
                    """;
            case GOAL ->
                    """
                    select month as day, set_by as who, set_at as at, '' as said from month_goal
                    where store = :store and metric = :metric and channel = '' and removed_at is null and month between :from and :to
                    """;
            case NOTE ->
                    """
                    select day, author as who, written_at as at, body as said from note
                    where store = :store and removed_at is null and day between :from and :to
                    """;
            case BULLETIN -> READ_BY_ALL;
        };
    }

    /** Who wrote a notice has read it. */
    private static final String READ_BY_ALL =
            """
            -- one row per day on which there were notices, all of them read
            select day, max(who) as who, max(at) as at, string_agg(title, ' · ' order by at) as said from (
                select (written_at at time zone :zone)::date as day, written_by as who, written_at as at, title,
                    exists (select from membership m join person p on p.id = m.person
                        where m.store = n.store and (cardinality(n.jobs) = 0 or m.job = any (n.jobs)) and p.name <> n.written_by
                        and not exists (select from notice_read r where r.notice = n.id and r.person = m.person)) as waits
                from notice n where store = :store and removed_at is null) one
            where day between :from and :to group by day having not bool_or(waits)
            """;

    private static Trace read(ResultSet row, int number) throws SQLException {
        return new Trace(
                row.getObject("day", LocalDate.class),
                row.getString("who"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("said"));
    }
}
