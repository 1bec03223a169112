package app.rotina.sources;

import org.jspecify.annotations.Nullable;

/**
 * One record of a file, typed.
 *
 * @param record the number of the record in its file, from 1
 * @param line the physical line (or sheet row) it starts on, from 1
 * @param hashHigh the first half of 128 bits of its content
 * @param hashLow the second half
 * @param values in the order of {@link Delivery#fields}; absence of a value is null
 */
@SuppressWarnings("ArrayRecordComponent") // rows are many and short-lived; nobody compares them
public record SourceRow(
        long record, long line, long hashHigh, long hashLow, @Nullable Object[] values)
        implements SourceRecord {}
