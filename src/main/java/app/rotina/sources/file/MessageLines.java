package app.rotina.sources.file;

import app.rotina.sources.file.Content.Flow;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file of streams as bytes, one at a time; blank ones are left out. */
final class MessageLines implements Closeable {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Flow flow;
    private final byte[] buffer = new byte[Flow.BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long number;
    private boolean overlong;

    MessageLines(Content content) throws IOException {
        this.flow = content.open();
    }

    /** The next line; null after the last. Of one that is too long it gives the beginning. */
    byte @Nullable [] next() throws IOException {
        while (readLine()) {
            byte[] bytes = stripped();
            if (bytes.length > 0) {
                return bytes;
            }
        }
        return null;
    }

    /** The number of the line given last, from 1. */
    long number() {
        return number;
    }

    boolean isOverlong() {
        return overlong;
    }

    long position() {
        return flow.position();
    }

    @Override
    public void close() throws IOException {
        flow.close();
    }

    private boolean readLine() throws IOException {
        line.reset();
        overlong = false;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int end = lineEnd();
            keep(end);
            if (end < to) {
                from = end + 1;
                break;
            }
            from = end;
        }
        number += any ? 1 : 0;
        return any;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, flow.read(buffer, 0, buffer.length));
        return to > 0;
    }

    private int lineEnd() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void keep(int end) {
        int room = Limits.MESSAGE_BYTES - line.size();
        overlong |= end - from > room;
        line.write(buffer, from, Math.min(end - from, room));
    }

    private byte[] stripped() {
        byte[] bytes = line.toByteArray();
        int start = number == 1 && startsWithMark(bytes) ? MARK.length : 0;
        int end = bytes.length;
        while (end > start && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
            end--;
        }
        return start == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, start, end);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK.length
                && bytes[0] == MARK[0]
                && bytes[1] == MARK[1]
                && bytes[2] == MARK[2];
    }
}
