package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, counted as they come: it stops a bomb by what it does, not by what it says. */
final class Unpacked extends FilterInputStream {
    private final long packed;
    private final long most;
    private final String name;
    private long count;

    Unpacked(InputStream in, long packed, long most, String name) {
        super(in);
        this.packed = Math.max(packed, 1);
        this.most = most;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        take(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int bytes = super.read(to, offset, length);
        take(Math.max(bytes, 0));
        return bytes;
    }

    private void take(int bytes) {
        count += bytes;
        if (count > most || (count > Limits.UNPACKED_FREELY && count / packed > Limits.RATIO)) {
            throw new RotinaException(Problem.FILE_UNPACKS_TOO_LARGE, name, packed, count);
        }
    }
}
