package app.rotina.state;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want to be spoken about in their store's next meeting. */
@Repository
public class Suggestions {
    private final JdbcClient jdbc;
    private final Clock clock;

    Suggestions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of them. */
    public record Suggestion(long id, String body, String who, Instant at) {}

    public void leave(String store, String body, String who) {
        jdbc.sql("insert into suggestion (store, body, written_by, written_at) values (?, ?, ?, ?)")
                .params(store, body, who, Instant.now(clock).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that no meeting took up yet, the oldest first. */
    public List<Suggestion> open(String store) {
        return jdbc.sql("select * from suggestion where store = ? and meeting is null order by id")
                .param(store)
                .query((row, number) ->
                        new Suggestion(
                                row.getLong("id"),
                                row.getString("body"),
                                row.getString("written_by"),
                                row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A meeting has these on its agenda. */
    public void takeUp(List<Suggestion> suggestions, long meeting) {
        for (Suggestion one : suggestions) {
            jdbc.sql("update suggestion set meeting = ? where id = ? and meeting is null")
                    .params(meeting, one.id())
                    .update();
        }
    }
}
