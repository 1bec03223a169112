package app.rotina.state;

import app.rotina.kernel.StoreKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chats and programs that stores' messages go to; what is secret of them is kept sealed. */
@Repository
public class Webhooks {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** What a receiver wants a message to look like. */
    public enum Shape {
        JSON,
        SLACK,
        TEAMS,
        FEISHU,
        WECOM,
        DINGTALK
    }

    /**
     * One of them.
     *
     * @param host what may be shown of its address
     */
    public record Webhook(
            long id,
            String store,
            String name,
            Shape shape,
            Locale locale,
            String host,
            boolean digest,
            boolean alerts) {}

    /**
     * Where it is and what it is signed with.
     *
     * @param secret empty: it is not signed
     */
    public record Target(String address, String secret) {}

    public Webhook add(Webhook hook, Target target, String who) {
        StoreKey key = vault.key(hook.store());
        return jdbc.sql(
                        """
                        insert into webhook (store, name, shape, locale, host, address, secret, digest, alerts, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *
                        """)
                .params(
                        hook.store(),
                        hook.name(),
                        hook.shape().name(),
                        hook.locale().toLanguageTag(),
                        hook.host(),
                        key.seal(target.address()),
                        key.seal(target.secret()),
                        hook.digest(),
                        hook.alerts(),
                        who,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(Webhooks::webhook)
                .single();
    }

    public List<Webhook> of(String store) {
        return jdbc.sql("select * from webhook where store = ? order by id")
                .param(store)
                .query(Webhooks::webhook)
                .list();
    }

    public Optional<Webhook> find(String store, long id) {
        return jdbc.sql("select * from webhook where store = ? and id = ?")
                .params(store, id)
                .query(Webhooks::webhook)
                .optional();
    }

    /** Empty once the store's key was destroyed or the webhook removed. */
    public Optional<Target> target(Webhook hook) {
        StoreKey key = vault.key(hook.store());
        return jdbc.sql("select address, secret from webhook where id = ?")
                .param(hook.id())
                .query((row, number) ->
                        new Target(key.unseal(row.getBytes(1)), key.unseal(row.getBytes(2))))
                .optional();
    }

    public void remove(String store, long id) {
        jdbc.sql("delete from webhook where store = ? and id = ?").params(store, id).update();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("store"),
                row.getString("name"),
                Shape.valueOf(row.getString("shape")),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("host"),
                row.getBoolean("digest"),
                row.getBoolean("alerts"));
    }
}
