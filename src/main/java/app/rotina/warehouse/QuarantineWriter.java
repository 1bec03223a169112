package app.rotina.warehouse;

import app.rotina.kernel.StoreKey;
import app.rotina.sources.RejectedRow;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the rows that could not be taken in. Raw values are sealed; a token of the content tells
 * whether the same row has been here before.
 */
final class QuarantineWriter {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** What is sealed of a rejected row. */
    record Sealed(@Nullable String value, List<String> cells) {}

    private final Sql sql;
    private final StoreKey key;
    private final int importId;
    private final Incoming file;
    private final Map<String, String> before;
    private final List<RejectedRow> waiting = new ArrayList<>();
    private long known;
    private long nextId;

    QuarantineWriter(Sql sql, StoreKey key, int importId, Incoming file) throws SQLException {
        this.sql = sql;
        this.key = key;
        this.importId = importId;
        this.file = file;
        this.before = new HashMap<>();
        sql.list(
                "SELECT token, status FROM quarantine WHERE delivery = ?",
                row -> before.put(row.getString(1), row.getString(2)),
                file.delivery().name());
        this.nextId = sql.number("SELECT coalesce(max(id), 0) + 1 FROM quarantine");
    }

    void add(RejectedRow row) {
        waiting.add(row);
    }

    /** Writes the rows; gives how many of them had been mended or dismissed before. */
    long finish() throws SQLException {
        for (RejectedRow row : waiting) {
            keep(row);
        }
        return known;
    }

    private void keep(RejectedRow row) throws SQLException {
        String token = key.token(String.join("\u001f", row.cells()));
        @Nullable String status = before.get(token);
        if (status != null && !status.equals("open")) {
            known++;
            return;
        }
        if (status != null) {
            sql.update(
                    "DELETE FROM quarantine WHERE token = ? AND delivery = ? AND status = 'open'",
                    token,
                    file.delivery().name());
        }
        Sealed sealed = new Sealed(row.value(), row.cells());
        sql.update(
                "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)",
                nextId++,
                importId,
                file.delivery().name(),
                file.name(),
                row.record(),
                row.line(),
                row.column(),
                row.reason(),
                JSON.writeValueAsString(row.arguments()),
                key.seal(JSON.writeValueAsString(sealed)),
                token,
                row.control());
    }

    static void markMended(Sql sql, List<Long> ids) throws SQLException {
        for (long id : ids) {
            sql.update("UPDATE quarantine SET status = 'mended' WHERE id = ?", id);
        }
    }
}
