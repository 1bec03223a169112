package app.rotina.sources.mapping;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * 128 bits of a row's typed content (MurmurHash3). Each value is written with its type and length,
 * so that content shifted from one column to the next is other content. Not for several threads.
 */
final class RowHash {
    private static final int SEED = 0;

    private byte[] bytes = new byte[512];
    private ByteBuffer out = ByteBuffer.wrap(bytes);

    long[] of(@Nullable Object[] values) {
        out.clear();
        for (@Nullable Object value : values) {
            write(value);
        }
        return MurmurHash3.hash128x64(bytes, 0, out.position(), SEED);
    }

    private void write(@Nullable Object value) {
        reserve(32);
        switch (value) {
            case null -> out.put((byte) 0);
            case String text -> text(text);
            case BigDecimal number -> number(number);
            case Long whole -> out.put((byte) 3).putLong(whole);
            case Instant time ->
                    out.put((byte) 4).putLong(time.getEpochSecond()).putInt(time.getNano());
            case LocalDate day -> out.put((byte) 5).putLong(day.toEpochDay());
            case Boolean yes -> out.put((byte) (yes ? 7 : 6));
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    private void text(String text) {
        int length = text.length();
        reserve(5 + 2 * length);
        out.put((byte) 1).putInt(length);
        int at = out.position();
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            bytes[at++] = (byte) (letter >> 8);
            bytes[at++] = (byte) letter;
        }
        out.position(at);
    }

    private void number(BigDecimal number) {
        BigDecimal scaled = number.scale() == 4 ? number : number.setScale(4);
        out.put((byte) 2).putLong(scaled.unscaledValue().longValueExact());
    }

    private void reserve(int more) {
        if (out.remaining() < more) {
            int position = out.position();
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
            out = ByteBuffer.wrap(bytes).position(position);
        }
    }
}
