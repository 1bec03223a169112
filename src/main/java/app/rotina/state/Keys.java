package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that programs show in the name of a person. Only their hashes are kept. */
@Repository
public class Keys {
    public static final Duration TOKEN = Duration.ofDays(365);

    /** What a leaked token is known by, wherever somebody looks for such. */
    public static final String PREFIX = "rotina_";

    private static final Duration NOTICED = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Keys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a token may do, never more than its person may.
     *
     * @param writes false: it reads only
     * @param everyStore true: every store of its person, also those to come
     * @param stores those it opens, where it does not open every one
     */
    public record Scope(boolean writes, boolean everyStore, Set<String> stores) {
        public static final Scope WHOLE = new Scope(true, true, Set.of());

        public Scope {
            stores = Set.copyOf(stores);
        }

        public boolean opens(String store) {
            return everyStore || stores.contains(store);
        }
    }

    /** Whose token it is, and what it may do. */
    public record Held(Person person, Scope scope) {}

    /**
     * A token as its person sees it; never its secret.
     *
     * @param usedAt absence: never yet
     */
    public record Token(
            long id,
            Person person,
            String name,
            Scope scope,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** Issues a token that may all its person may; it is shown this once. */
    public String issueToken(Person person, String name) {
        return issue(person, name, Scope.WHOLE, TOKEN);
    }

    /** Issues a token for programs; it is shown this once. */
    @Transactional
    public String issue(Person person, String name, Scope scope, Duration valid) {
        String secret = PREFIX + Secrets.token();
        long id =
                jdbc.sql(
                                """
                                insert into api_token (hash, name, person, writes, every_store, expires_at)
                                values (?, ?, ?, ?, ?, ?) returning id
                                """)
                        .params(
                                Secrets.hash(secret),
                                name,
                                person.id(),
                                scope.writes(),
                                scope.everyStore(),
                                in(valid))
                        .query(Long.class)
                        .single();
        for (String store : scope.stores()) {
            jdbc.sql("insert into api_token_store (token, store) values (?, ?)")
                    .params(id, store)
                    .update();
        }
        return secret;
    }

    public Optional<Held> byToken(String secret) {
        Optional<Token> found =
                jdbc.sql(
                                """
                                select person.*, key.id as token, key.name as called, key.writes,
                                    key.every_store, key.expires_at, key.used_at
                                from person join api_token key on key.person = person.id
                                where key.hash = ? and key.expires_at > ?
                                """)
                        .params(Secrets.hash(secret), in(Duration.ZERO))
                        .query(this::token)
                        .optional();
        found.ifPresent(token -> notice(token.id()));
        return found.map(token -> new Held(token.person(), token.scope()));
    }

    /** Those that still work; absence of a person: everybody's. */
    public List<Token> list(@Nullable Person person) {
        return jdbc.sql(
                        """
                        select person.*, key.id as token, key.name as called, key.writes,
                            key.every_store, key.expires_at, key.used_at
                        from person join api_token key on key.person = person.id
                        where key.expires_at > ? and (? or person.id = ?) order by key.id
                        """)
                .params(in(Duration.ZERO), person == null, person == null ? 0 : person.id())
                .query(this::token)
                .list();
    }

    /**
     * False: there is none.
     *
     * @param person whose it must be; absence: anybody's
     */
    public boolean revoke(@Nullable Person person, long token) {
        return jdbc.sql("delete from api_token where id = ? and (? or person = ?)")
                        .params(token, person == null, person == null ? 0 : person.id())
                        .update()
                > 0;
    }

    private void notice(long token) {
        jdbc.sql(
                        """
                        update api_token set used_at = ?
                        where id = ? and (used_at is null or used_at < ?)
                        """)
                .params(in(Duration.ZERO), token, in(NOTICED.negated()))
                .update();
    }

    private Token token(ResultSet row, int number) throws SQLException {
        long id = row.getLong("token");
        boolean every = row.getBoolean("every_store");
        @Nullable OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return new Token(
                id,
                People.person(row, number),
                row.getString("called"),
                new Scope(row.getBoolean("writes"), every, every ? Set.of() : stores(id)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private Set<String> stores(long token) {
        return new TreeSet<>(
                jdbc.sql("select store from api_token_store where token = ?")
                        .param(token)
                        .query(String.class)
                        .list());
    }

    private OffsetDateTime in(Duration time) {
        return Instant.now(clock).plus(time).atOffset(ZoneOffset.UTC);
    }
}
