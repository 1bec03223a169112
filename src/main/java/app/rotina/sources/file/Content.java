package app.rotina.sources.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Bytes that can be streamed as often as needed; unpacked while they are read, never on disk. */
interface Content {

    /** The bytes that {@link Flow#position} counts up to. */
    long size();

    Flow open() throws IOException;

    /** The first bytes, fewer where there are no more. */
    default byte[] head(int bytes) throws IOException {
        try (Flow flow = open()) {
            return flow.readNBytes(bytes);
        }
    }

    static Content of(Path file) throws IOException {
        long size = Files.size(file);
        return new Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public Flow open() throws IOException {
                return new Flow(Files.newInputStream(file));
            }
        };
    }

    /** What a gzip file holds; progress is counted in packed bytes. */
    static Content gzip(Path file, String name) throws IOException {
        long size = Files.size(file);
        return new Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public Flow open() throws IOException {
                Flow packed = new Flow(Files.newInputStream(file));
                try {
                    InputStream unpacked = new GZIPInputStream(packed, Flow.BUFFER);
                    return new Flow(new Unpacked(unpacked, size, Limits.UNPACKED, name), packed);
                } catch (IOException e) {
                    packed.close();
                    throw e;
                }
            }
        };
    }

    /** A stream that knows how far it, or the packed stream under it, has come. */
    final class Flow extends FilterInputStream {
        static final int BUFFER = 1 << 16;

        private final Flow counter;
        private long position;

        Flow(InputStream in) {
            super(in);
            counter = this;
        }

        Flow(InputStream in, Flow counter) {
            super(new BufferedInputStream(in, BUFFER));
            this.counter = counter;
        }

        long position() {
            return counter.position;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            position += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            position += Math.max(count, 0);
            return count;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long count = super.skip(bytes);
            position += count;
            return count;
        }
    }
}
