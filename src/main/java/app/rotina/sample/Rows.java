package app.rotina.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of comma-separated rows in UTF-8, written digit by digit into a buffer: what limits a
 * sample of ten million orders is the disk. Nothing it writes depends on locale or zone.
 */
final class Rows implements AutoCloseable {
    private static final int BUFFER = 1 << 17;
    private static final int ROOM = 512;

    private final OutputStream out;
    private final LocalTimes times;
    private final byte[] buffer = new byte[BUFFER];
    private int at;

    Rows(Path file, LocalTimes times, String header) {
        this.times = times;
        try {
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        copy(header);
        comma().end();
    }

    Rows word(@Nullable Word word) {
        if (word != null) {
            word.copyTo(buffer, at);
            at += word.bytes();
        }
        return comma();
    }

    Rows text(String text) {
        return word(Word.of(text));
    }

    Rows number(long number) {
        digits(number);
        return comma();
    }

    /** A letter, then a number: the id of a customer. */
    Rows numbered(char letter, long number) {
        buffer[at++] = (byte) letter;
        return number(number);
    }

    /** An id of the day: {@code 250131-00042}, {@code 250131-00042-1}, {@code 250131-00042-R1}. */
    Rows id(DayId id) {
        copy(times.shortDate(id.day()));
        buffer[at++] = '-';
        padded(id.number(), 5);
        if (id.part() != 0) {
            buffer[at++] = '-';
            copy(id.kind());
            digits(id.part());
        }
        return comma();
    }

    /** Cents as a decimal amount. */
    Rows money(long cents) {
        if (cents < 0) {
            buffer[at++] = '-';
        }
        digits(Math.abs(cents) / 100);
        buffer[at++] = '.';
        padded(Math.abs(cents) % 100, 2);
        return comma();
    }

    Rows date(int day) {
        copy(times.date(day));
        return comma();
    }

    /** Local time with its offset; empty where it has not come by the end of the sample. */
    Rows instant(long second) {
        if (second < times.cutoff()) {
            at = times.write(second, buffer, at);
        }
        return comma();
    }

    Rows flag(boolean flag) {
        return word(flag ? Words.TRUE : Words.FALSE);
    }

    Rows none() {
        return comma();
    }

    void end() {
        buffer[at - 1] = '\n';
        if (at > BUFFER - ROOM) {
            flush();
        }
    }

    @Override
    public void close() {
        try (out) {
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rows comma() {
        buffer[at++] = ',';
        return this;
    }

    private void copy(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
    }

    private void copy(String ascii) {
        copy(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private void digits(long number) {
        int length = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        padded(number, length);
    }

    private void padded(long number, int length) {
        int needed = length;
        for (long most = power(length); number >= most; most *= 10) {
            needed++;
        }
        at = write(number, needed);
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private int write(long number, int length) {
        long rest = number;
        for (int i = at + length - 1; i >= at; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + length;
    }

    private void flush() {
        try {
            out.write(buffer, 0, at);
            at = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
