package app.rotina.api;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.warehouse.Uploads.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A file on its way in. What came before a cut is kept, and the rest is added where it belongs: of
 * two requests that write at once, only the one that goes on at the right place can. Thread-safe.
 */
final class Arrival {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final String name;
    private final Instant written;
    private long size;
    private long received;

    Arrival(Path file, Piece first) {
        this.file = file;
        this.name = first.name();
        this.written = first.written();
        this.size = first.size();
    }

    /** Adds what the request brings, as far as it comes. */
    void take(Piece piece, InputStream content) throws IOException {
        requireRest(piece);
        byte[] buffer = new byte[BUFFER];
        long at = piece.from();
        try (FileChannel to =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                append(to, at, ByteBuffer.wrap(buffer, 0, n));
                at += n;
            }
        }
        end();
    }

    /** True where what is missing can still be sent. */
    synchronized boolean canGoOn() {
        return size >= 0;
    }

    synchronized boolean isWhole() {
        return received == size;
    }

    synchronized void requireWhole() {
        if (!isWhole()) {
            throw new RotinaException(Problem.UPLOAD_INCOMPLETE, name, received, size);
        }
    }

    synchronized ImportsApi.FileCard card() {
        return new ImportsApi.FileCard(name, received, size);
    }

    String name() {
        return name;
    }

    Path file() {
        return file;
    }

    Upload upload() {
        return new Upload(file, name, written);
    }

    private synchronized void requireRest(Piece piece) {
        if (piece.from() != received || piece.size() != size) {
            throw new RotinaException(Problem.UPLOAD_OFFSET, name, received, piece.from());
        }
    }

    private synchronized void append(FileChannel to, long at, ByteBuffer bytes) throws IOException {
        boolean tooMuch = size >= 0 && at + bytes.remaining() > size;
        if (at != received || tooMuch) {
            throw new RotinaException(Problem.UPLOAD_OFFSET, name, received, at);
        }
        while (bytes.hasRemaining()) {
            received += to.write(bytes, received);
        }
    }

    private synchronized void end() {
        size = size < 0 ? received : size;
    }
}
