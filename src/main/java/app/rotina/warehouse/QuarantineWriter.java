package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.sources.CellRule;
import app.rotina.sources.ContactTokens;
import app.rotina.sources.RejectedRow;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the rows of one file that could not be taken in. Raw values are sealed; a token of the
 * content and its occurrence tell whether the same row has been here before: then it keeps its id,
 * as does a row that was mended and still does not fit.
 */
final class QuarantineWriter implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "_rejected";

    /** What is sealed of a rejected row: all that its source wrote. */
    record Sealed(@Nullable String value, List<String> arguments, List<String> cells) {}

    private final Sql sql;
    private final StoreKey key;
    private final int importId;
    private final Incoming file;
    private final ContactTokens tokens;
    private final DuckDBAppender appender;
    private long unwanted;

    QuarantineWriter(Sql sql, Store store, StoreKey key, int importId, Incoming file)
            throws SQLException {
        this.tokens = new ContactTokens(store, key);
        this.sql = sql;
        this.key = key;
        this.importId = importId;
        this.file = file;
        sql.run(
                "CREATE OR REPLACE TEMP TABLE %s (record BIGINT, line BIGINT, column_name VARCHAR, reason VARCHAR, sealed BLOB, token VARCHAR, control DECIMAL(28, 4))"
                        .formatted(TABLE));
        this.appender = sql.appender(TABLE);
    }

    void add(RejectedRow row) {
        if (row.reason().equals(CellRule.LEFT_OUT)
                || (key.forgetsAnyone() && row.cells().stream().anyMatch(this::isForgotten))) {
            unwanted++;
            return;
        }
        Sealed sealed = new Sealed(row.value(), row.arguments(), row.cells());
        @Nullable BigDecimal control = row.control();
        try {
            appender.beginRow()
                    .append(row.record())
                    .append(row.line())
                    .append(row.column())
                    .append(row.reason())
                    .append(key.seal(JSON.writeValueAsString(sealed)))
                    .append(key.token(String.join("\u001f", row.cells())))
                    .append(control == null ? null : control.setScale(4))
                    .endRow();
        } catch (SQLException e) {
            throw new RotinaException(Problem.ENGINE_DOWN, e, String.valueOf(e.getMessage()));
        }
    }

    private boolean isForgotten(String cell) {
        return key.forgets(cell.strip()) || tokens.of(cell).stream().anyMatch(key::forgets);
    }

    /**
     * Writes the rows; gives how many had been mended, dismissed or forgotten before, or are left
     * out.
     */
    long finish() throws SQLException {
        close();
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _refused AS "
                        + (file.mends().isEmpty() ? met() : sentBack()));
        long last = sql.number("SELECT coalesce(max(id), 0) FROM quarantine");
        sql.run(
                "DELETE FROM quarantine WHERE id IN (SELECT id FROM _refused WHERE status = 'open')");
        sql.update(
                """
                INSERT INTO quarantine
                SELECT coalesce(id, %d + row_number() OVER (PARTITION BY id ORDER BY record)), %d, ?, ?, record, line, column_name, reason, sealed, token, 'open', control
                FROM _refused WHERE status = 'open'\
                """
                        .formatted(last, importId),
                file.delivery().name(),
                file.name());
        return unwanted + sql.number("SELECT count(*) FROM _refused WHERE status <> 'open'");
    }

    /** Rows that wait already, or were mended or given up, by what they say. */
    private String met() {
        return """
        SELECT q.id, coalesce(q.status, 'open') AS status, r.* EXCLUDE (nth)
        FROM (SELECT *, row_number() OVER (PARTITION BY token ORDER BY record) AS nth FROM %s) r
        LEFT JOIN (SELECT id, status, token, row_number() OVER (PARTITION BY token ORDER BY id) AS nth
            FROM quarantine WHERE delivery = '%s') q ON q.token = r.token AND q.nth = r.nth\
        """
                .formatted(TABLE, file.delivery().name());
    }

    /** Rows that a person mended, and that still do not fit: each is the one it was. */
    private String sentBack() {
        return "SELECT list_extract(%s, record) AS id, 'open' AS status, * FROM %s"
                .formatted(file.mends(), TABLE);
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }

    /** What came back mended waits no longer; what was refused again belongs to its new import. */
    static void markMended(Sql sql, List<Long> ids, int importId) throws SQLException {
        if (!ids.isEmpty()) {
            sql.update(
                    "UPDATE quarantine SET status = 'mended' WHERE import <> ? AND list_contains(%s, id)"
                            .formatted(ids),
                    importId);
        }
    }
}
