package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table in a file that someone gave us, readable as often as needed; close it after use. */
public final class RawFile implements AutoCloseable {
    private final String name;
    private final Table table;

    RawFile(String name, Table table) {
        this.name = name;
        this.table = table;
    }

    /**
     * One per table: the file itself, what a {@code .gz} holds, or each entry of a {@code .zip}.
     *
     * @param name the original name, which is shown and never used as a path
     * @param tempFolder for workbooks that must be unpacked; emptied by {@link #close}
     */
    public static List<RawFile> open(Path file, String name, Path tempFolder) {
        if (!Files.isRegularFile(file)) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, name);
        }
        throw new RotinaException(Problem.FILE_UNREADABLE, name, tempFolder);
    }

    public String name() {
        return name;
    }

    /** The bytes that {@link RawSink#progress} counts up to. */
    public long size() {
        return table.size();
    }

    public Look look(Layout layout) {
        return table.look(layout);
    }

    public void read(Layout layout, RawSink sink) {
        table.read(layout, sink);
    }

    @Override
    public void close() {
        table.close();
    }
}
