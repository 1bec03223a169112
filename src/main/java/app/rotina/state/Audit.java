package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who changed what, and when; nothing personal beyond the name of who did it. The database only
 * lets rows be added, and chains each to the one before it.
 */
@Repository
public class Audit {
    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing that somebody did.
     *
     * @param who absence: erased
     * @param store absence: it is of the installation, or of a person; or erased
     * @param subject absence: erased
     */
    public record Row(
            long number,
            Instant at,
            @Nullable String who,
            @Nullable String store,
            String action,
            @Nullable String subject) {}

    /**
     * Which rows are wanted; an absent part wants all.
     *
     * @param before rows with a smaller number; 0: from the last one on
     */
    public record Wanted(
            @Nullable String store,
            @Nullable String who,
            @Nullable String action,
            long before,
            int most) {}

    /**
     * Adds a row.
     *
     * @param store absence: it is of the installation, or of a person
     */
    public void note(String who, @Nullable String store, String action, String subject) {
        jdbc.sql("insert into audit (who, store, action, subject) values (?, ?, ?, ?)")
                .param(1, who)
                .param(2, store)
                .param(3, action)
                .param(4, subject)
                .update();
    }

    /** The rows that are wanted, the newest first. */
    public List<Row> rows(Wanted wanted) {
        return jdbc.sql(
                        """
                        select number, at, who, store, action, subject from audit
                        where (:store::text is null or store = :store)
                            and (:who::text is null or who = :who)
                            and (:action::text is null or action = :action)
                            and (:before = 0 or number < :before)
                        order by number desc limit :most
                        """)
                .param("store", wanted.store())
                .param("who", wanted.who())
                .param("action", wanted.action())
                .param("before", wanted.before())
                .param("most", wanted.most())
                .query(Audit::row)
                .list();
    }

    /** Who has done something; absence of a store: anywhere. */
    public List<String> people(@Nullable String store) {
        return distinct("who", store);
    }

    /** What has been done; absence of a store: anywhere. */
    public List<String> actions(@Nullable String store) {
        return distinct("action", store);
    }

    private List<String> distinct(String column, @Nullable String store) {
        return jdbc.sql(
                        "select distinct %1$s from audit where %1$s is not null and (:store::text is null or store = :store) order by 1"
                                .formatted(column))
                .param("store", store)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("store"),
                row.getString("action"),
                row.getString("subject"));
    }
}
