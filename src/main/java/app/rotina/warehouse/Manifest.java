package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import java.time.Instant;
import java.util.List;

/**
 * What was landed with one file: enough to replay it without the file or its profile.
 *
 * @param incomplete true where some of its rows were refused, so that silence says nothing
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
        ImportReport.FileReport report) {
    static final int SCHEMA_VERSION = 1;

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
                report);
    }
}
