package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.sources.RowSink;
import app.rotina.sources.Warning;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One recognised file about to be taken in.
 *
 * @param name the user's name for it, shown and never opened
 * @param fileTime when the file was last written, as far as anyone knows
 * @param header the file's own headers, in order
 * @param mends the quarantined rows this file brings back mended, in the order of its records;
 *     mostly none
 * @param reader pushes the file's records into a sink
 * @param warnings once it has been read: what a person should see of it, by the headers of the file
 *     of its kind before it
 */
public record Incoming(
        String name,
        String sha256,
        Instant fileTime,
        Delivery delivery,
        List<String> header,
        List<Long> mends,
        Consumer<RowSink> reader,
        Function<List<String>, List<Warning>> warnings) {}
