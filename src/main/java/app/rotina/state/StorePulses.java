package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each store's data stood when they were last looked at. */
@Repository
public class StorePulses {
    private final JdbcClient jdbc;
    private final Clock clock;

    StorePulses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One store's data.
     *
     * @param through the last day that orders were delivered for; absence: none
     * @param waiting rows in quarantine
     */
    public record Pulse(@Nullable LocalDate through, long waiting, Instant seenAt) {}

    public Pulse keep(String store, Optional<LocalDate> through, long waiting) {
        Instant now = Instant.now(clock);
        jdbc.sql(
                        """
                        insert into store_pulse (store, data_through, waiting, seen_at)
                        select id, ?, ?, ? from store where id = ?
                        on conflict (store) do update set data_through = excluded.data_through,
                        waiting = excluded.waiting, seen_at = excluded.seen_at
                        """)
                .param(1, through.orElse(null))
                .param(2, waiting)
                .param(3, now.atOffset(ZoneOffset.UTC))
                .param(4, store)
                .update();
        return new Pulse(through.orElse(null), waiting, now);
    }

    /** By store; one that was never looked at is not in it. */
    public Map<String, Pulse> all() {
        Map<String, Pulse> all = new HashMap<>();
        jdbc.sql("select * from store_pulse")
                .query((ResultSet row) -> {
                    all.put(row.getString("store"), read(row));
                });
        return all;
    }

    private static Pulse read(ResultSet row) throws SQLException {
        return new Pulse(
                row.getObject("data_through", LocalDate.class),
                row.getLong("waiting"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }
}
