package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was landed with one file: enough to replay it without the file or its profile.
 *
 * @param incomplete true where rows were refused and nobody knows whose, so that silence says
 *     nothing
 * @param broken the groups that refused rows are of; absence: it was landed before they were known
 */
record Manifest(
        int schemaVersion,
        int importId,
        String name,
        String sha256,
        Instant fileTime,
        Instant at,
        String who,
        Delivery delivery,
        List<String> header,
        List<Long> mends,
        boolean incomplete,
        @Nullable List<String> broken,
        ImportReport.FileReport report) {
    static final int SCHEMA_VERSION = 1;

    Gaps gaps() {
        boolean anywhere = incomplete || !mends.isEmpty();
        return new Gaps(anywhere, broken == null ? List.of() : broken, List.of());
    }

    /** The same, handed in under another name. */
    Manifest by(String other) {
        return new Manifest(
                schemaVersion,
                importId,
                name,
                sha256,
                fileTime,
                at,
                other,
                delivery,
                header,
                mends,
                incomplete,
                broken,
                report);
    }
}
