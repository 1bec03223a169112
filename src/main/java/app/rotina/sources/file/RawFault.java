package app.rotina.sources.file;

import java.util.List;

/**
 * A data record whose cells cannot be trusted.
 *
 * @param record its number among the data records, from 1
 * @param line the physical line or sheet row it starts on, from 1
 * @param reason a text key under {@code sources.reason.}
 * @param cells what could be read of it, long cells cut
 */
public record RawFault(
        long record, long line, String reason, List<String> arguments, List<String> cells) {}
