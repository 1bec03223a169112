package app.rotina.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds everything of one installation; one process owns it at a time. */
public record DataFolder(Path root) {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folder, readable by its user alone, if it is not there yet. */
    public DataFolder create() {
        directory(root);
        return this;
    }

    /** What belongs to one store: its warehouse and landed rows. */
    public Path store(String id) {
        return directory(root.resolve("stores").resolve(id));
    }

    /** Uploads on their way in; what lies here when a process starts is left over. */
    public Path spool() {
        return directory(root.resolve("spool"));
    }

    /** Where files for one store are dropped, to be taken in by themselves. */
    public Path inbox(String store) {
        return directory(root.resolve("inbox").resolve(store));
    }

    /** The embedded database of stores, people and goals. */
    public Path postgres() {
        return directory(root.resolve("postgres"));
    }

    public Path logs() {
        return directory(root.resolve("logs"));
    }

    /** A new file that only its user can read. */
    public static Path privateFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(file, only("rw-------"));
    }

    private static Path directory(Path path) {
        try {
            return Files.isDirectory(path)
                    ? path
                    : Files.createDirectories(path, only("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
