package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.sources.RowSink;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * One recognised file about to be taken in.
 *
 * @param name the user's name for it, shown and never opened
 * @param fileTime when the file was last written, as far as anyone knows
 * @param header the file's own headers, in order
 * @param mends the quarantined rows this file brings back mended, in the order of its records;
 *     mostly none
 * @param reader pushes the file's records into a sink
 */
public record Incoming(
        String name,
        String sha256,
        Instant fileTime,
        Delivery delivery,
        List<String> header,
        List<Long> mends,
        Consumer<RowSink> reader) {}
