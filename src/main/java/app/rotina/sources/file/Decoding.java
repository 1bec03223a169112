package app.rotina.sources.file;

import app.rotina.sources.file.Row.Flaw;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;

/** Bytes → characters; what does not decode becomes U+FFFD and is noted with its byte offset. */
final class Decoding implements Closeable {
    private static final char REPLACEMENT = '\uFFFD';
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final Notes notes;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private long bytesGone;
    private boolean drained;

    Decoding(InputStream in, Encoding encoding, Notes notes) throws IOException {
        this.in = in;
        this.notes = notes;
        decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes.flip();
        in.skipNBytes(encoding.mark());
        bytesGone = encoding.mark();
    }

    /** True once all of the file has been given. */
    boolean isDrained() {
        return drained;
    }

    /**
     * Puts the next characters into the text.
     *
     * @param textStart how many characters were before the text's first
     * @return where they end
     */
    int into(char[] text, int from, long textStart) throws IOException {
        CharBuffer room = CharBuffer.wrap(text, from, text.length - from);
        while (room.position() == from && !drained) {
            fill();
            decode(room, textStart);
        }
        return room.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytesGone += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        drained = count < 0;
        bytes.position(bytes.position() + Math.max(0, count));
        bytes.flip();
    }

    private void decode(CharBuffer room, long textStart) {
        while (true) {
            CoderResult result = decoder.decode(bytes, room, drained);
            if (result.isUnderflow()) {
                return;
            }
            if (result.isOverflow() || !room.hasRemaining()) {
                drained = false;
                return;
            }
            note(textStart + room.position(), result.length());
            room.put(REPLACEMENT);
        }
    }

    private void note(long at, int count) {
        int from = bytes.position();
        String hex = HEX.formatHex(bytes.array(), from, from + count);
        String charset = decoder.charset().name();
        notes.add(at, Flaw.of("invalid_bytes", bytesGone + from, hex, charset));
        bytes.position(from + count);
    }
}
