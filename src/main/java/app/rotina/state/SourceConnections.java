package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Seal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shops and services that stores' rows are pulled from. Each has a data key of its own, kept
 * under the installation's; what is secret of it opens for its store, connector and field alone.
 */
@Repository
public class SourceConnections {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    SourceConnections(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** How the last pull ended. */
    public enum Standing {
        /** None was made yet. */
        NEW,
        GOOD,
        FAILING,
        /** The other side does not know us any more: somebody has to connect anew. */
        RECONNECT
    }

    /**
     * One of them.
     *
     * @param settings what is not secret, by field
     * @param problem why the last pull failed, in the store's language; empty: it did not
     * @param lacks what its app has no right to, in the service's words
     * @param triedAt absence: never
     * @param succeededAt when a pull was last complete; absence: never
     */
    public record Connection(
            long id,
            String store,
            String connector,
            Map<String, String> settings,
            Standing standing,
            String problem,
            Set<String> lacks,
            @Nullable Instant triedAt,
            @Nullable Instant succeededAt,
            String addedBy,
            Instant addedAt) {

        /** What is told of it where rows and lines are kept: {@code woocommerce 3}. */
        public String name() {
            return connector + " " + id;
        }
    }

    @Transactional
    public Connection add(
            String store,
            String connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            String who) {
        byte[] key = Seal.newKey();
        Connection added = insert(store, connector, settings, key, who);
        keep(added, new Seal(key), secrets);
        return added;
    }

    /** Puts other secrets in the place of those it had; the next pull tries them. */
    @Transactional
    public void reconnect(Connection connection, Map<String, String> secrets) {
        keep(connection, sealOf(connection), secrets);
        jdbc.sql("update source_connection set standing = 'NEW', problem = '' where id = ?")
                .param(connection.id())
                .update();
    }

    /** Keeps what the other side gave instead of a secret that it takes only once. */
    @Transactional
    public void renew(Connection connection, Map<String, String> secrets) {
        keep(connection, sealOf(connection), secrets);
    }

    public List<Connection> of(String store) {
        return jdbc.sql("select * from source_connection where store = ? order by id")
                .param(store)
                .query(SourceConnections::connection)
                .list();
    }

    public Connection find(String store, long id) {
        return jdbc.sql("select * from source_connection where store = ? and id = ?")
                .params(store, id)
                .query(SourceConnections::connection)
                .optional()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_CONNECTION, id));
    }

    /** What is secret of it, by field; to be held no longer than a pull takes. */
    public Map<String, String> secrets(Connection connection) {
        Seal seal = sealOf(connection);
        Map<String, String> secrets = new TreeMap<>();
        jdbc.sql("select field, sealed from source_secret where connection = ?")
                .param(connection.id())
                .query((row, number) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(each ->
                        secrets.put(
                                each.getKey(),
                                text(
                                        seal.open(
                                                place(connection, each.getKey()),
                                                each.getValue()))));
        return secrets;
    }

    public void remove(String store, long id) {
        jdbc.sql("delete from source_connection where store = ? and id = ?")
                .params(store, id)
                .update();
    }

    public void succeeded(Connection connection) {
        jdbc.sql(
                        "update source_connection set standing = 'GOOD', problem = '', tried_at = ?, succeeded_at = ? where id = ?")
                .params(now(), now(), connection.id())
                .update();
    }

    /** Notes what its app has no right to. */
    public void lacks(Connection connection, Set<String> lacks) {
        jdbc.sql("update source_connection set lacks = ? where id = ?")
                .params(String.join(" ", new TreeSet<>(lacks)), connection.id())
                .update();
    }

    /**
     * Notes that a pull failed.
     *
     * @param problem in the store's language
     */
    public void failed(Connection connection, Standing standing, String problem) {
        jdbc.sql(
                        "update source_connection set standing = ?, problem = ?, tried_at = ? where id = ?")
                .params(standing.name(), problem, now(), connection.id())
                .update();
    }

    private Connection insert(
            String store, String connector, Map<String, String> settings, byte[] key, String who) {
        try {
            return jdbc.sql(
                            """
                            insert into source_connection (store, connector, settings, data_key, added_by, added_at)
                            values (?, ?, ?::jsonb, ?, ?, ?) returning *
                            """)
                    .params(
                            store,
                            connector,
                            JSON.writeValueAsString(new TreeMap<>(settings)),
                            vault.ofInstallation().seal(key),
                            who,
                            now())
                    .query(SourceConnections::connection)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new RotinaException(Problem.CONNECTION_EXISTS, e, connector);
        }
    }

    private void keep(Connection connection, Seal seal, Map<String, String> secrets) {
        secrets.forEach((field, secret) ->
                jdbc.sql(
                                """
                                insert into source_secret (connection, field, sealed) values (?, ?, ?)
                                on conflict (connection, field) do update set sealed = excluded.sealed
                                """)
                        .params(
                                connection.id(),
                                field,
                                sealed(seal, place(connection, field), secret))
                        .update());
    }

    private Seal sealOf(Connection connection) {
        byte[] sealed =
                jdbc.sql("select data_key from source_connection where id = ?")
                        .param(connection.id())
                        .query(byte[].class)
                        .single();
        return new Seal(vault.ofInstallation().unsealBytes(sealed));
    }

    /** Seals one more secret of a connection, to be kept elsewhere. */
    byte[] seal(Connection connection, String field, String secret) {
        return sealed(sealOf(connection), place(connection, field), secret);
    }

    /**
     * Opens what was sealed so.
     *
     * @param key the connection's own, as it is kept
     */
    String open(Connection connection, String field, byte[] key, byte[] sealed) {
        return text(
                new Seal(vault.ofInstallation().unsealBytes(key))
                        .open(place(connection, field), sealed));
    }

    private static byte[] sealed(Seal seal, String place, String secret) {
        return seal.close(place, secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] opened) {
        return new String(opened, StandardCharsets.UTF_8);
    }

    private static String place(Connection connection, String field) {
        return connection.store() + "\n" + connection.connector() + "\n" + field;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Connection connection(ResultSet row, int number) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        JsonNode kept = JSON.readTree(row.getString("settings"));
        kept.properties().forEach(each -> settings.put(each.getKey(), each.getValue().asString()));
        return new Connection(
                row.getLong("id"),
                row.getString("store"),
                row.getString("connector"),
                Map.copyOf(settings),
                Standing.valueOf(row.getString("standing")),
                row.getString("problem"),
                words(row.getString("lacks")),
                instant(row, "tried_at"),
                instant(row, "succeeded_at"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static Set<String> words(String kept) {
        return kept.isEmpty() ? Set.of() : Set.of(kept.split(" ", -1));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
