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

/** What people wrote about a store's days. */
@Repository
public class Notes {
    public static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A note about one day. */
    public record DayNote(long id, LocalDate day, String author, Instant at, String text) {}

    /** Keeps what somebody wrote; refuses what says nothing, or more than fits. */
    public DayNote write(String store, LocalDate day, String author, @Nullable String said) {
        String text = said == null ? "" : said.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "text");
        }
        if (text.length() > LONGEST) {
            throw new RotinaException(Problem.TEXT_TOO_LONG, text.length(), LONGEST);
        }
        return jdbc.sql(
                        """
                        insert into note (store, day, author, written_at, body)
                        values (?, ?, ?, ?, ?) returning *
                        """)
                .params(store, day, author, Instant.now(clock).atOffset(ZoneOffset.UTC), text)
                .query(Notes::read)
                .single();
    }

    /** Takes the note away; it can be restored for a week. */
    public void remove(String store, long id) {
        OffsetDateTime now = Instant.now(clock).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from note where store = ? and removed_at < ?")
                .params(store, now.minusWeeks(1))
                .update();
        jdbc.sql("update note set removed_at = ? where store = ? and id = ?")
                .params(now, store, id)
                .update();
    }

    public void restore(String store, long id) {
        jdbc.sql("update note set removed_at = null where store = ? and id = ?")
                .params(store, id)
                .update();
    }

    /** The notes of the days from one to the other, both included, oldest first. */
    public List<DayNote> between(String store, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from note
                        where store = ? and day between ? and ? and removed_at is null
                        order by day, id
                        """)
                .params(store, from, to)
                .query(Notes::read)
                .list();
    }

    private static DayNote read(ResultSet row, int number) throws SQLException {
        return new DayNote(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                row.getString("author"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("body"));
    }
}
