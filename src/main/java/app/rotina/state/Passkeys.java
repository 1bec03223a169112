package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passkeys that people sign in with: public keys, of no use to whoever reads them. */
@Repository
public class Passkeys {
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of a person's.
     *
     * @param site the host that it is good for
     * @param key the authenticator's credential data as WebAuthn writes it, in hexadecimal
     * @param counter of the signatures it has made; 0: it does not count
     * @param usedAt absence: never yet
     */
    public record Passkey(
            long id,
            Person person,
            String name,
            String site,
            String key,
            long counter,
            Instant addedAt,
            @Nullable Instant usedAt) {}

    /** A passkey as its authenticator made it; its id and key in hexadecimal. */
    public record Made(String keyId, String name, String site, String key, long counter) {}

    public void add(Person person, Made made) {
        jdbc.sql(
                        """
                        insert into passkey (key_id, person, name, site, key, counter, added_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        HEX.parseHex(made.keyId()),
                        person.id(),
                        made.name(),
                        made.site(),
                        HEX.parseHex(made.key()),
                        made.counter(),
                        now())
                .update();
    }

    public Optional<Passkey> find(byte[] keyId) {
        return jdbc.sql(
                        """
                        select person.*, k.id as passkey, k.name as called, k.site, k.key, k.counter,
                            k.added_at, k.used_at
                        from passkey k join person on person.id = k.person where k.key_id = ?
                        """)
                .param(keyId)
                .query(Passkeys::passkey)
                .optional();
    }

    public List<Passkey> list(Person person) {
        return jdbc.sql(
                        """
                        select person.*, k.id as passkey, k.name as called, k.site, k.key, k.counter,
                            k.added_at, k.used_at
                        from passkey k join person on person.id = k.person
                        where person.id = ? order by k.id
                        """)
                .param(person.id())
                .query(Passkeys::passkey)
                .list();
    }

    /** The ids their authenticators know them by. */
    public List<byte[]> keyIds(Person person) {
        return jdbc.sql("select key_id from passkey where person = ?")
                .param(person.id())
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    public void used(Passkey passkey, long counter) {
        jdbc.sql("update passkey set counter = ?, used_at = ? where id = ?")
                .params(counter, now(), passkey.id())
                .update();
    }

    /** Removes one of this person's. */
    public void remove(Person person, long id) {
        jdbc.sql("delete from passkey where id = ? and person = ?")
                .params(id, person.id())
                .update();
    }

    public void removeAll(Person person) {
        jdbc.sql("delete from passkey where person = ?").param(person.id()).update();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return new Passkey(
                row.getLong("passkey"),
                People.person(row, number),
                row.getString("called"),
                row.getString("site"),
                HEX.formatHex(row.getBytes("key")),
                row.getLong("counter"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
