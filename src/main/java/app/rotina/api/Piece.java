package app.rotina.api;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request brings of a file: all of it, or what comes after a cut.
 *
 * @param name the person's name for the file
 * @param written when it was last changed
 * @param from the place of its first byte in the file
 * @param size of the whole file in bytes; below 0: the file ends where the request does
 */
record Piece(String name, Instant written, long from, long size) {
    private static final Pattern RANGE =
            Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

    /**
     * @param range the request's {@code Content-Range}; absence: it brings the whole file
     * @param length the request's own length; below 0: unknown
     */
    static Piece of(String name, Instant written, @Nullable String range, long length) {
        if (range == null) {
            return new Piece(name, written, 0, length);
        }
        Matcher matcher = RANGE.matcher(range.strip());
        if (!matcher.matches()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "Content-Range: " + range);
        }
        long from = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        long size = Long.parseLong(matcher.group(3));
        if (from > last || last >= size) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "Content-Range: " + range);
        }
        return new Piece(name, written, from, size);
    }
}
