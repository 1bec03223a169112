package app.rotina.state;

import app.rotina.sources.RejectedRow;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Records that could not be taken in, waiting to be mended; what they say is encrypted. */
@Repository
public class Quarantine {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 500;
    private static final String SELECT =
            """
            select quarantine.*, import.source, import.name from quarantine
            join import on import.id = quarantine.import where quarantine.store = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Vault vault;

    Quarantine(JdbcClient jdbc, JdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    /** What becomes of a waiting record. */
    public enum Status {
        OPEN,
        FIXED,
        DISMISSED
    }

    /**
     * A record that waits.
     *
     * @param source profile and kind of its file
     * @param file what its owner calls the file
     */
    public record Waiting(
            long id, long importId, String source, String file, Status status, RejectedRow row) {}

    /** The part of a record that may be personal. */
    private record Said(@Nullable String value, List<String> arguments, List<String> cells) {}

    public void keep(String store, long importId, List<RejectedRow> rows) {
        StoreKey key = vault.key(store);
        batches.batchUpdate(
                """
                insert into quarantine (store, import, record, line, header, reason, control, sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                BATCH,
                (statement, row) -> write(statement, row, store, importId, key));
    }

    /** The store's open records, in the order of their files. */
    public List<Waiting> open(String store, int limit) {
        StoreKey key = vault.key(store);
        return jdbc.sql(
                        SELECT
                                + " and quarantine.status = 'OPEN' order by quarantine.import, record"
                                + " limit ?")
                .params(store, limit)
                .query((row, number) -> read(row, key))
                .list();
    }

    public List<Waiting> ofImport(String store, long importId) {
        StoreKey key = vault.key(store);
        return jdbc.sql(SELECT + " and quarantine.import = ? order by record")
                .params(store, importId)
                .query((row, number) -> read(row, key))
                .list();
    }

    public long openCount(String store) {
        return jdbc.sql("select count(*) from quarantine where store = ? and status = 'OPEN'")
                .param(store)
                .query(Long.class)
                .single();
    }

    public void settle(String store, List<Long> ids, Status status) {
        ids.forEach(id ->
                jdbc.sql("update quarantine set status = ? where store = ? and id = ?")
                        .params(status.name(), store, id)
                        .update());
    }

    private static void write(
            PreparedStatement statement, RejectedRow row, String store, long importId, StoreKey key)
            throws SQLException {
        Said said = new Said(row.value(), row.arguments(), row.cells());
        statement.setString(1, store);
        statement.setLong(2, importId);
        statement.setLong(3, row.record());
        statement.setLong(4, row.line());
        statement.setString(5, row.column());
        statement.setString(6, row.reason());
        statement.setBigDecimal(7, row.control());
        statement.setBytes(8, key.seal(JSON.writeValueAsString(said)));
    }

    private static Waiting read(ResultSet row, StoreKey key) throws SQLException {
        Said said = JSON.readValue(key.open(row.getBytes("sealed")), Said.class);
        @Nullable BigDecimal control = row.getBigDecimal("control");
        RejectedRow rejected =
                new RejectedRow(
                        row.getLong("record"),
                        row.getLong("line"),
                        row.getString("header"),
                        said.value(),
                        row.getString("reason"),
                        said.arguments(),
                        said.cells(),
                        control);
        return new Waiting(
                row.getLong("id"),
                row.getLong("import"),
                row.getString("source"),
                row.getString("name"),
                Status.valueOf(row.getString("status")),
                rejected);
    }
}
