package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.StoreKey;
import app.rotina.state.Talk.Side;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes of talks between two people of a store, sealed under the store's key. Every query names one
 * of the two, so that to anybody else, also to the owner, a talk is not there.
 */
@Repository
public class Talks {
    private static final String MINE =
            """
            select talk.id, talk.day, talk.agreed, person.name,
                mine.view as my_view, mine.proposal as my_proposal, mine.written_at as my_at,
                theirs.view as their_view, theirs.proposal as their_proposal, theirs.written_at as their_at
            from talk
            join person on person.id = case talk.one when :me then talk.other else talk.one end
            left join talk_side mine on mine.talk = talk.id and mine.person = :me
            left join talk_side theirs on theirs.talk = talk.id and theirs.person <> :me
            where talk.store = :store and :me in (talk.one, talk.other)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Talks(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Begins a talk; one of the same two on the same day is the same one. */
    @Transactional
    public Talk begin(String store, Person me, long other, LocalDate day) {
        long one = Math.min(me.id(), other);
        long two = Math.max(me.id(), other);
        jdbc.sql(
                        """
                        insert into talk (store, one, other, day) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(store, one, two, day)
                .update();
        long id =
                jdbc.sql(
                                "select id from talk where store = ? and one = ? and other = ? and day = ?")
                        .params(store, one, two, day)
                        .query(Long.class)
                        .single();
        return of(store, me, id);
    }

    /** Those of the person, the latest first. */
    public List<Talk> of(String store, Person me) {
        return read(store, me, MINE + " order by talk.day desc, talk.id desc", null);
    }

    /** One of the person's own; somebody else's is unknown. */
    public Talk of(String store, Person me, long id) {
        return read(store, me, MINE + " and talk.id = :id", id).stream()
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_TALK, id));
    }

    /** Says one's own side anew. */
    @Transactional
    public void say(String store, Person me, long id, Side side) {
        StoreKey key = vault.key(store);
        jdbc.sql(
                        """
                        insert into talk_side (talk, person, view, proposal, written_at) values (?, ?, ?, ?, ?)
                        on conflict (talk, person) do update set view = excluded.view,
                            proposal = excluded.proposal, written_at = excluded.written_at
                        """)
                .params(
                        of(store, me, id).id(),
                        me.id(),
                        key.seal(side.view()),
                        key.seal(side.proposal()),
                        Instant.now(clock).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Says what both promised anew; either of the two may. */
    @Transactional
    public void agree(String store, Person me, long id, String agreed) {
        jdbc.sql("update talk set agreed = ? where id = ?")
                .params(vault.key(store).seal(agreed), of(store, me, id).id())
                .update();
    }

    private List<Talk> read(String store, Person me, String query, @Nullable Long id) {
        StoreKey key = vault.key(store);
        return jdbc.sql(query)
                .param("store", store)
                .param("me", me.id())
                .param("id", id)
                .query((row, number) -> talk(row, key))
                .list();
    }

    private static Talk talk(ResultSet row, StoreKey key) throws SQLException {
        return new Talk(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                side(row, "my", key),
                side(row, "their", key),
                text(row, "agreed", key));
    }

    private static Side side(ResultSet row, String whose, StoreKey key) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(whose + "_at", OffsetDateTime.class);
        return at == null
                ? Side.SILENT
                : new Side(
                        text(row, whose + "_view", key),
                        text(row, whose + "_proposal", key),
                        at.toInstant());
    }

    private static String text(ResultSet row, String column, StoreKey key) throws SQLException {
        byte @Nullable [] sealed = row.getBytes(column);
        return sealed == null ? "" : key.unseal(sealed);
    }
}
