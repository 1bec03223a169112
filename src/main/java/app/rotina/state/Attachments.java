package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that people attached to things in stores, sealed under the store's key. What a file is
 * shows in its first bytes; nothing else of it is ever read here. Whoever hands one out asks first
 * whether the thing is the asker's to see.
 */
@Repository
public class Attachments {
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final long MOST_OF_A_THING = 50L * 1024 * 1024;
    private static final long MOST_OF_A_STORE = 2L * 1024 * 1024 * 1024;
    private static final String COLUMNS = "id, store, thing, name, kind, size, added_by, added_at";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** All of a stream that is no larger than a file may be; refuses a larger or empty one. */
    public static byte[] read(InputStream sent, String name) {
        try {
            byte[] content = sent.readNBytes(LARGEST + 1);
            requireFit(content, name);
            return content;
        } catch (IOException e) {
            throw new RotinaException(Problem.UPLOAD_CUT, e, Attachment.fitName(name));
        }
    }

    /** Attaches a file to a thing of the store. */
    @Transactional
    public Attachment keep(String store, String thing, String name, byte[] content, String who) {
        requireFit(content, name);
        jdbc.sql("select id from store where id = ? for update").param(store).query().singleValue();
        requireRoom(store, thing, content.length);
        return jdbc.sql(
                        """
                        insert into attachment (store, thing, name, kind, size, content, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning %s
                        """
                                .formatted(COLUMNS))
                .param(1, store)
                .param(2, thing)
                .param(3, Attachment.fitName(name))
                .param(4, AttachmentKind.of(content).name())
                .param(5, content.length)
                .param(6, vault.key(store).seal(content))
                .param(7, who)
                .param(8, now())
                .query(Attachments::read)
                .single();
    }

    /** Those of a thing, in the order in which they came. */
    public List<Attachment> of(String store, String thing) {
        return jdbc.sql(
                        "select %s from attachment where store = ? and thing = ? and removed_at is null order by id"
                                .formatted(COLUMNS))
                .params(store, thing)
                .query(Attachments::read)
                .list();
    }

    /** One of a thing; refuses one of another thing. */
    public Attachment of(String store, String thing, long id) {
        return of(store, thing).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    public byte[] content(Attachment file) {
        return jdbc.sql("select content from attachment where store = ? and id = ?")
                .params(file.store(), file.id())
                .query(byte[].class)
                .optional()
                .map(sealed -> vault.key(file.store()).unsealBytes(sealed))
                .orElseThrow(() -> unknown(file.id()));
    }

    /** Takes it away; it can be restored for a week. */
    @Transactional
    public void remove(String store, String thing, long id) {
        jdbc.sql("delete from attachment where store = ? and removed_at < ?")
                .params(store, now().minusWeeks(1))
                .update();
        mark(store, thing, id, true);
    }

    /** Brings it back, where there is still room for it. */
    @Transactional
    public void restore(String store, String thing, long id) {
        mark(store, thing, id, false);
        requireRoom(store, thing, 0);
    }

    private void mark(String store, String thing, long id, boolean removed) {
        int found =
                jdbc.sql(
                                """
                                update attachment set removed_at = case when ? then ?::timestamptz end
                                where store = ? and thing = ? and id = ?
                                """)
                        .params(removed, now(), store, thing, id)
                        .update();
        if (found == 0) {
            throw unknown(id);
        }
    }

    private static void requireFit(byte[] content, String name) {
        if (content.length == 0) {
            throw new RotinaException(Problem.ATTACHMENT_EMPTY, Attachment.fitName(name));
        }
        if (content.length > LARGEST) {
            throw new RotinaException(
                    Problem.ATTACHMENT_TOO_LARGE, Attachment.fitName(name), megabytes(LARGEST));
        }
    }

    /** What was taken away takes room in the store until it is gone for good. */
    private void requireRoom(String store, String thing, int size) {
        long ofThing =
                sum(
                        jdbc.sql(
                                        "select sum(size) from attachment where store = ? and thing = ? and removed_at is null")
                                .params(store, thing));
        if (ofThing + size > MOST_OF_A_THING) {
            throw new RotinaException(Problem.ATTACHMENTS_FULL, megabytes(MOST_OF_A_THING));
        }
        long ofStore =
                sum(jdbc.sql("select sum(size) from attachment where store = ?").param(store));
        if (ofStore + size > MOST_OF_A_STORE) {
            throw new RotinaException(Problem.ATTACHMENTS_STORE_FULL, megabytes(MOST_OF_A_STORE));
        }
    }

    private static long sum(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> row.getLong(1)).single();
    }

    private static long megabytes(long bytes) {
        return bytes / 1024 / 1024;
    }

    private static Attachment read(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("store"),
                row.getString("thing"),
                row.getString("name"),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    private static RotinaException unknown(long id) {
        return new RotinaException(Problem.UNKNOWN_ATTACHMENT, id);
    }
}
