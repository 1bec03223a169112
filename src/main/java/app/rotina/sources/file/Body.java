package app.rotina.sources.file;

import java.io.IOException;

/** What a file holds: a table, or messages. */
sealed interface Body permits Table, Messages {

    /** The bytes that progress counts up to. */
    long size();

    default void close() throws IOException {}
}
