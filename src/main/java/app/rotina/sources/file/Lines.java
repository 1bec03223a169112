package app.rotina.sources.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Characters given out one physical line at a time, so that a parser never reads ahead of the
 * record it is in: where a record turns out to be broken, reading goes on with the line after its
 * first one. Bytes that do not decode become U+FFFD and are noted with their offset.
 */
final class Lines extends Reader {
    private static final char CTRL_Z = '\u001A';
    private static final char REPLACEMENT = '\uFFFD';

    /** Something wrong at a character, counted from the start of the text. */
    private record Note(long at, Row.Flaw flaw) {}

    /** The record grew beyond what one record may be. */
    static final class Overlong extends IOException {
        Overlong() {
            super("record beyond limits");
        }
    }

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final boolean mixed;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final Deque<Note> notes = new ArrayDeque<>();
    private char[] text = new char[1 << 16];

    /** The start of the current record, of what was not given out yet, and the end of the text. */
    private int start;

    private int next;
    private int end;

    /** The end of the current record's first line; 0: not reached. */
    private int firstEnd;

    private long startLine = 1;
    private long line = 1;
    private long charsGone;
    private long bytesGone;
    private boolean drained;

    Lines(InputStream in, Encoding encoding) throws IOException {
        this.in = in;
        this.mixed = encoding.mixed();
        decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes.flip();
        in.skipNBytes(encoding.mark());
        bytesGone = encoding.mark();
    }

    /** What was given out is done with: the next record starts here. */
    void begin() {
        start = next;
        firstEnd = 0;
        startLine = line;
        while (!notes.isEmpty() && notes.getFirst().at < charsGone + start) {
            notes.removeFirst();
        }
    }

    /** The physical line the current record starts on, from 1. */
    long startLine() {
        return startLine;
    }

    /** What is wrong with the characters of the current record; null: nothing. */
    Row.@Nullable Flaw flaw() {
        @Nullable Note first = notes.peekFirst();
        return first != null && first.at < charsGone + next ? first.flaw : null;
    }

    /**
     * Takes back all of the current record but its first line.
     *
     * @return that line, cut at the limit of a fault
     */
    String backToFirstLine() throws IOException {
        String first = new String(text, start, Math.min(Limits.FAULT_CHARS, lineEnd() - start));
        if (firstEnd == 0) {
            skipLine();
        } else {
            next = firstEnd;
        }
        line = startLine + 1;
        return first.stripTrailing();
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (line - startLine >= Limits.RECORD_LINES) {
            throw new Overlong();
        }
        int stop = lineEndWithin(length);
        if (stop == next) {
            return -1;
        }
        int count = stop - next;
        System.arraycopy(text, next, to, offset, count);
        next = stop;
        if (endsLine(stop)) {
            line++;
            firstEnd = firstEnd == 0 ? stop : firstEnd;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Where the line at hand ends, its line break included, but at most so many characters on. */
    private int lineEndWithin(int length) throws IOException {
        int at = next;
        while (true) {
            for (int stop = Math.min(end, next + length); at < stop; at++) {
                char c = text[at];
                if (c == '\n') {
                    return at + 1;
                }
                if (c == '\r') {
                    break;
                }
            }
            if (at == next + length) {
                return at;
            }
            if (at < end && (at + 1 < end || drained)) {
                return afterReturn(at, length);
            }
            int before = next;
            if (!fill()) {
                return end;
            }
            at -= before - next;
        }
    }

    /** Where a line that ends with CR or CRLF ends; the pair is never parted. */
    private int afterReturn(int at, int length) {
        if (at + 1 == end || text[at + 1] != '\n') {
            return at + 1;
        }
        return at + 2 - next > length ? at : at + 2;
    }

    private boolean endsLine(int stop) {
        char last = text[stop - 1];
        return last == '\n' || last == '\r';
    }

    private int lineEnd() {
        return firstEnd == 0 ? end : firstEnd;
    }

    private void skipLine() throws IOException {
        while (true) {
            start = next;
            int stop = lineEndWithin(1 << 12);
            if (stop == next) {
                return;
            }
            next = stop;
            if (endsLine(stop)) {
                return;
            }
        }
    }

    /** Decodes more text behind what is there; false at the end of the file. */
    private boolean fill() throws IOException {
        if (drained) {
            return false;
        }
        if (next - start > Limits.RECORD_CHARS) {
            throw new Overlong();
        }
        makeRoom();
        int from = end;
        while (end == from && !drained) {
            readBytes();
            decode();
        }
        noteOddities(from);
        return true;
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(text, start, text, 0, end - start);
            charsGone += start;
            next -= start;
            end -= start;
            firstEnd = Math.max(0, firstEnd - start);
            start = 0;
        }
        if (text.length - end < 1 << 12) {
            text = Arrays.copyOf(text, text.length * 2);
        }
    }

    private void readBytes() throws IOException {
        bytesGone += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        drained = count < 0;
        bytes.position(bytes.position() + Math.max(0, count));
        bytes.flip();
    }

    private void decode() {
        CharBuffer room = CharBuffer.wrap(text, end, text.length - end);
        while (true) {
            CoderResult result = decoder.decode(bytes, room, drained);
            end = room.position();
            if (result.isUnderflow()) {
                return;
            }
            if (result.isOverflow() || !room.hasRemaining()) {
                drained = false;
                return;
            }
            noteBytes(result.length());
            room.put(REPLACEMENT);
        }
    }

    private void noteBytes(int count) {
        long offset = bytesGone + bytes.position();
        String hex =
                HexFormat.ofDelimiter(" ")
                        .withUpperCase()
                        .formatHex(bytes.array(), bytes.position(), bytes.position() + count);
        bytes.position(bytes.position() + count);
        note(end, Row.Flaw.of("invalid_bytes", offset, hex, decoder.charset().name()));
    }

    private void noteOddities(int from) {
        if (drained) {
            dropEndMark();
        }
        for (int i = from; i < end; i++) {
            char c = text[i];
            if (c == 0 || c == CTRL_Z) {
                note(i, Row.Flaw.of("control_character", c == 0 ? "U+0000" : "U+001A"));
            } else if (mixed && (c == 'Â' || c == 'Ã') && i + 1 < end && continues(text[i + 1])) {
                note(i, Row.Flaw.of("mixed_encoding", charsGone + i, decoder.charset().name()));
            }
        }
    }

    /** True for what Windows-1252 makes of the second byte of a UTF-8 pair. */
    private static boolean continues(char c) {
        return (c >= '\u0080' && c <= '\u00BF') || c > '\u00FF';
    }

    /** Old systems end a text with Ctrl-Z, some of them fill up with NUL behind it. */
    private void dropEndMark() {
        int stop = end;
        while (stop > next && (text[stop - 1] == CTRL_Z || text[stop - 1] == 0)) {
            stop--;
        }
        if (stop == end || text[stop] != CTRL_Z) {
            return;
        }
        end = stop;
        while (!notes.isEmpty() && notes.getLast().at >= charsGone + end) {
            notes.removeLast();
        }
    }

    private void note(int at, Row.Flaw flaw) {
        notes.addLast(new Note(charsGone + at, flaw));
    }
}
