package app.rotina.sync;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** One stream of a connection, read page by page while a pull lasts. */
sealed interface Reading permits Pull, Whole, Windows, Daily {

    /**
     * Adds the next page's records.
     *
     * @return false after the last page
     */
    boolean next(Batch batch);

    /** The latest change before which nothing is missing; absence: none came. */
    @Nullable Instant last();

    /** Asks for one record, to see whether it answers. */
    void tryOut();

    /**
     * The way this stream is read.
     *
     * @param now by the store's clock
     */
    static Reading of(
            Connector connector,
            Connector.Stream stream,
            Site site,
            @Nullable Instant since,
            ZonedDateTime now) {
        @Nullable Report report = stream.report();
        if (report != null) {
            return new Daily(connector, report, site, since, now);
        }
        if (stream.whole()) {
            return new Whole(connector, stream, site);
        }
        return connector.paging().until().isEmpty()
                ? new Pull(connector, stream, site, since)
                : new Windows(connector, stream, site, since, now.toInstant());
    }
}
