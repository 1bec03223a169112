package app.rotina.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the audit from its first row and computes every hash anew, apart from the database
 * that wrote them.
 */
@Repository
public class AuditChain {
    private static final int AT_ONCE = 1000;
    private static final String REMOVED = "#\\d+";
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    AuditChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How the chain stands.
     *
     * @param rows that were gone through
     * @param broken the number of the first row that does not fit; empty: all fit
     * @param head the last row's hash: whoever keeps it elsewhere can tell later that no row before
     *     it was taken away
     */
    public record Standing(long rows, OptionalLong broken, String head) {
        public boolean whole() {
            return broken.isEmpty();
        }
    }

    private record Link(
            long number,
            Instant at,
            @Nullable String who,
            @Nullable String store,
            String action,
            @Nullable String subject,
            @Nullable String salt,
            String whoDigest,
            String storeDigest,
            String subjectDigest,
            String hash) {}

    /** Looks at every row. */
    @Transactional(readOnly = true)
    public Standing verify() {
        String before = "";
        long rows = 0;
        try (Stream<Link> links =
                jdbc
                        .sql("select * from audit order by number")
                        .withFetchSize(AT_ONCE)
                        .query(AuditChain::link)
                        .stream()) {
            for (Link link : (Iterable<Link>) links::iterator) {
                rows++;
                if (link.number != rows || !fits(link, before)) {
                    return new Standing(rows, OptionalLong.of(link.number), "");
                }
                before = link.hash;
            }
        }
        return new Standing(rows, OptionalLong.empty(), before);
    }

    /** The number of the row with this hash; empty: none has it, so rows are gone or changed. */
    public OptionalLong find(String hash) {
        return jdbc.sql("select number from audit where encode(hash, 'hex') = lower(?)")
                .param(hash.strip())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static boolean fits(Link link, String before) {
        String said =
                link.number
                        + " "
                        + ChronoUnit.MICROS.between(Instant.EPOCH, link.at)
                        + " "
                        + link.action
                        + " ";
        String hash =
                sha256(
                        HEX.parseHex(before),
                        utf8(said),
                        HEX.parseHex(link.whoDigest + link.storeDigest + link.subjectDigest));
        return hash.equals(link.hash) && wordsFit(link);
    }

    /**
     * An erased row has neither words nor the salt that could tell what they were; of a person who
     * was removed it has the number.
     */
    private static boolean wordsFit(Link link) {
        if (link.salt == null) {
            return (link.who == null || link.who.matches(REMOVED)) && link.subject == null;
        }
        byte[] salt = HEX.parseHex(link.salt);
        return digest(salt, link.who).equals(link.whoDigest)
                && digest(salt, link.store).equals(link.storeDigest)
                && digest(salt, link.subject).equals(link.subjectDigest);
    }

    private static String digest(byte[] salt, @Nullable String word) {
        return word == null
                ? sha256(salt, new byte[] {0})
                : sha256(salt, new byte[] {1}, utf8(word));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HEX.formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        byte @Nullable [] salt = row.getBytes("salt");
        return new Link(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("store"),
                row.getString("action"),
                row.getString("subject"),
                salt == null ? null : HEX.formatHex(salt),
                hex(row, "who_digest"),
                hex(row, "store_digest"),
                hex(row, "subject_digest"),
                hex(row, "hash"));
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        return HEX.formatHex(row.getBytes(column));
    }
}
