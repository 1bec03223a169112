package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file as it came, which may be a table or hold some. */
final class Container {
    private final Path file;
    private final String name;

    Container(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    List<RawFile> tables() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, name);
        }
        Content content = Content.of(file);
        byte[] head = content.head(Magic.HEAD);
        if (Magic.isGzip(head)) {
            return List.of(unpacked(Content.gzip(file, name)));
        }
        return List.of(text(content, head));
    }

    private RawFile unpacked(Content content) throws IOException {
        byte[] head = content.head(Magic.HEAD);
        if (Magic.isGzip(head)) {
            throw new RotinaException(Problem.FILE_IN_ARCHIVE_IN_ARCHIVE, name, name);
        }
        return text(content, head);
    }

    private RawFile text(Content content, byte[] head) {
        @Nullable String foreign = Magic.foreign(head);
        if (foreign != null) {
            throw new RotinaException(Problem.FILE_NOT_A_TABLE, name, foreign);
        }
        return new RawFile(name, new Delimited(content, name));
    }
}
