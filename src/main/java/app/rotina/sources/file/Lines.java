package app.rotina.sources.file;

import app.rotina.sources.file.Row.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Characters given out one physical line at a time, so that a parser never reads ahead of the
 * record it is in: where a record turns out to be broken, reading goes on with the line after its
 * first one. Bytes that do not decode become U+FFFD and are noted with their offset.
 */
final class Lines extends Reader {
    private static final char CTRL_Z = '\u001A';

    /** The record grew beyond what one record may be. */
    static final class Overlong extends IOException {
        Overlong() {
            super("record beyond limits");
        }
    }

    private final Notes notes = new Notes();
    private final Decoding decoding;
    private final Encoding encoding;
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

    Lines(InputStream in, Encoding encoding) throws IOException {
        this.encoding = encoding;
        this.decoding = new Decoding(in, encoding, notes);
    }

    /** What was given out is done with: the next record starts here. */
    void begin() {
        start = next;
        firstEnd = 0;
        startLine = line;
        notes.dropBefore(charsGone + start);
    }

    /** The physical line the current record starts on, from 1. */
    long startLine() {
        return startLine;
    }

    /** What is wrong with the characters of the current record; null: nothing. */
    @Nullable Flaw flaw() {
        return notes.firstBefore(charsGone + next);
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
        decoding.close();
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
            if (at < end && (at + 1 < end || decoding.isDrained())) {
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
        if (decoding.isDrained()) {
            return false;
        }
        if (next - start > Limits.RECORD_CHARS) {
            throw new Overlong();
        }
        makeRoom();
        int from = end;
        end = decoding.into(text, from, charsGone);
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

    private void noteOddities(int from) {
        if (decoding.isDrained()) {
            dropEndMark();
        }
        for (int i = from; i < end; i++) {
            char c = text[i];
            if (c == 0 || c == CTRL_Z) {
                notes.add(
                        charsGone + i, Flaw.of("control_character", c == 0 ? "U+0000" : "U+001A"));
            } else if (isUtf8(i)) {
                String charset = encoding.charset().name();
                notes.add(charsGone + i, Flaw.of("mixed_encoding", charsGone + i, charset));
            }
        }
    }

    /** True for what Windows-1252 makes of an accented letter that is UTF-8 in a mixed file. */
    private boolean isUtf8(int at) {
        if (!encoding.mixed() || (text[at] != 'Â' && text[at] != 'Ã') || at + 1 == end) {
            return false;
        }
        char second = text[at + 1];
        return (second >= '\u0080' && second <= '\u00BF') || second > '\u00FF';
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
        notes.dropFrom(charsGone + end);
    }
}
