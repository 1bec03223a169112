package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.StoreKey;
import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The rows that wait to be mended, with all a person needs to mend them, or were given up. */
public final class Quarantine {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String OPEN = "status = 'open'";

    /** One whose content was erased has nothing to mend. */
    private static final String DISMISSED = "status = 'dismissed' AND octet_length(sealed) > 0";

    private final Engine engine;
    private final StoreSchema schema;

    Quarantine(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /**
     * A waiting row.
     *
     * @param column the header of the cell at fault; absence: the whole record
     * @param value the raw value of that cell
     * @param reason what is wrong, a text {@code sources.reason.<reason>}, with its arguments
     * @param header the headers of its file
     * @param cells the raw record
     */
    public record Waiting(
            long id,
            String file,
            String delivery,
            long record,
            long line,
            @Nullable String column,
            @Nullable String value,
            String reason,
            List<String> arguments,
            List<String> header,
            List<String> cells) {}

    public List<Waiting> waiting(String store, StoreKey key) {
        return rows(store, key, OPEN);
    }

    /** The rows that were given up, and can still be read. */
    public List<Waiting> dismissed(String store, StoreKey key) {
        return rows(store, key, DISMISSED);
    }

    private List<Waiting> rows(String store, StoreKey key, String which) {
        schema.ensure(store);
        return engine.read(
                store,
                sql ->
                        sql.list(
                                "SELECT q.id, q.file, q.delivery, record, line, column_name, reason, sealed, i.header FROM quarantine q JOIN import i ON i.id = q.import WHERE "
                                        + which
                                        + " ORDER BY q.id",
                                row -> waiting(row, key)));
    }

    public long count(String store) {
        return count(store, OPEN);
    }

    public long countDismissed(String store) {
        return count(store, DISMISSED);
    }

    private long count(String store, String which) {
        schema.ensure(store);
        return engine.read(
                store, sql -> sql.number("SELECT count(*) FROM quarantine WHERE " + which));
    }

    /** Gives a row up: it stays known, and is not asked about again. */
    public void dismiss(String store, long id) {
        var _ = dismiss(store, List.of(id));
    }

    /**
     * Gives rows up together.
     *
     * @return what they are restored by together
     */
    public long dismiss(String store, List<Long> ids) {
        schema.ensure(store);
        return engine.write(
                store,
                sql -> {
                    for (long id : ids) {
                        if (set(sql, id, "dismissed", OPEN) == 0) {
                            throw new RotinaException(Problem.NOT_WAITING, String.valueOf(id));
                        }
                    }
                    long batch = sql.number("SELECT coalesce(max(batch), 0) + 1 FROM dismissal");
                    for (long id : ids) {
                        sql.update("DELETE FROM dismissal WHERE row_id = ?", id);
                        sql.update("INSERT INTO dismissal VALUES (?, ?)", id, batch);
                    }
                    return batch;
                });
    }

    /** Has a row that was given up wait again. */
    public void restore(String store, long id) {
        schema.ensure(store);
        engine.write(
                store,
                sql -> {
                    if (set(sql, id, "open", DISMISSED) == 0) {
                        throw new RotinaException(Problem.NOT_GIVEN_UP, String.valueOf(id));
                    }
                    return true;
                });
    }

    /**
     * Has rows that were given up together wait again.
     *
     * @return which
     */
    public List<Long> restoreTogether(String store, long batch) {
        schema.ensure(store);
        return engine.write(
                store,
                sql -> {
                    List<Long> ids =
                            sql.list(
                                    "SELECT id FROM quarantine WHERE id IN (SELECT row_id FROM dismissal WHERE batch = ?) AND "
                                            + DISMISSED
                                            + " ORDER BY id",
                                    row -> row.getLong(1),
                                    batch);
                    if (ids.isEmpty()) {
                        throw new RotinaException(Problem.NOT_GIVEN_UP, String.valueOf(batch));
                    }
                    for (long id : ids) {
                        set(sql, id, "open", DISMISSED);
                    }
                    return ids;
                });
    }

    private static long set(Sql sql, long id, String status, String which) throws SQLException {
        return sql.update("UPDATE quarantine SET status = ? WHERE id = ? AND " + which, status, id);
    }

    private static Waiting waiting(ResultSet row, StoreKey key) throws SQLException {
        JsonNode sealed = JSON.readTree(key.unseal(row.getBytes(8)));
        return new Waiting(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                sealed.path("value").isNull() ? null : sealed.path("value").asString(),
                row.getString(7),
                texts(sealed.path("arguments")),
                texts(JSON.readTree(row.getString(9))),
                texts(sealed.path("cells")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
