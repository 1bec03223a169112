package app.rotina.cli;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The demo's own data folder. Its mark says what is in it; a folder without it is never touched.
 */
record DemoFolder(DataFolder folder) {

    /** Empties a demo's folder, unless it is a complete demo of just this content. */
    void prepare(String content, boolean fresh) {
        if (!isDemo()) {
            requireEmpty();
        } else if (fresh || !holds(content)) {
            clear();
        }
        if (!isDemo()) {
            write(""); // a demo from now on, complete once it is marked
        }
    }

    boolean holds(String content) {
        return isDemo() && read().equals(content);
    }

    void mark(String content) {
        write(content);
    }

    private Path mark() {
        return folder.root().resolve("demo");
    }

    private boolean isDemo() {
        return Files.exists(mark());
    }

    private void requireEmpty() {
        if (!Files.exists(folder.root())) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.root())) {
            if (files.findAny().isPresent()) {
                throw new RotinaException(Problem.NOT_A_DEMO, folder.root());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() {
        FolderLock.take(folder).close(); // never empty a folder that someone is using
        try (Stream<Path> files = Files.walk(folder.root())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() {
        try {
            return Files.readString(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String content) {
        try {
            folder.create();
            Files.writeString(mark(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
