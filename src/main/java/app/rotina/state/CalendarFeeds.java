package app.rotina.state;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secret addresses of people's calendars of stores, one per person and store. */
@Repository
public class CalendarFeeds {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whose calendar of which store. */
    public record Feed(Person person, String store) {}

    /** Makes a new secret; the one before opens nothing any more. */
    public void renew(long person, String store) {
        String secret = Secrets.token();
        jdbc.sql(
                        """
                        insert into calendar_feed (person, store, hash, sealed, made_at) values (?, ?, ?, ?, ?)
                        on conflict (person, store) do update
                        set hash = excluded.hash, sealed = excluded.sealed, made_at = excluded.made_at
                        """)
                .params(
                        person,
                        store,
                        Secrets.hash(secret),
                        vault.key(store).seal(secret),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void close(long person, String store) {
        jdbc.sql("delete from calendar_feed where person = ? and store = ?")
                .params(person, store)
                .update();
    }

    /** Empty: the person has none of this store. */
    public Optional<String> secret(long person, String store) {
        return jdbc.sql("select sealed from calendar_feed where person = ? and store = ?")
                .params(person, store)
                .query(byte[].class)
                .optional()
                .map(vault.key(store)::unseal);
    }

    /** Empty where nobody has it, or who has it may no longer see the store. */
    public Optional<Feed> bySecret(String secret) {
        return jdbc.sql(
                        """
                        select person.*, feed.store from calendar_feed feed join person on person.id = feed.person
                        where hash = ? and (person.owner or exists (select from membership m
                            where m.person = feed.person and m.store = feed.store))
                        """)
                .param(Secrets.hash(secret))
                .query((row, number) ->
                        new Feed(People.person(row, number), row.getString("store")))
                .optional();
    }
}
