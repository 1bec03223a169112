package app.rotina.sources.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A table's rows from its first one on, read once. */
interface Rows extends Closeable {

    /** The next row; null after the last. */
    @Nullable Row next() throws IOException;

    /** How many of the file's bytes have been read. */
    long position();
}
