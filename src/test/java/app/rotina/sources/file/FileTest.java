package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.sources.file.Look.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Writes a file, opens it as a person's would be. */
abstract class FileTest {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    static final Charset GBK = Charset.forName("GBK");

    @TempDir Path folder;

    RawFile file(String text) {
        return file(text.getBytes(UTF_8));
    }

    RawFile file(byte[] bytes) {
        return files(bytes, "orders.csv").getFirst();
    }

    List<RawFile> files(byte[] bytes, String name) {
        try {
            Path path = Files.write(folder.resolve("upload"), bytes);
            return RawFile.open(path, name, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Taken read(String text) {
        return Taken.from(file(text), Layout.DETECT);
    }

    Taken read(byte[] bytes) {
        return Taken.from(file(bytes), Layout.DETECT);
    }

    Look look(String text) {
        return file(text).look(Layout.DETECT);
    }

    Look look(byte[] bytes) {
        return file(bytes).look(Layout.DETECT);
    }

    static List<String> warnings(Look look) {
        return look.warnings().stream()
                .map(Warning::key)
                .map(key -> key.substring("sources.warning.".length()))
                .toList();
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
