package app.rotina.api;

import app.rotina.kernel.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where a running server listens on this machine, and the token its command line shows; kept in the
 * data folder in a file that only its user can read.
 */
public record ServerAddress(URI url, String token) {

    /** The address the server of this folder left; it may be gone if it was killed. */
    public static Optional<ServerAddress> in(DataFolder folder) {
        try {
            List<String> lines = Files.readAllLines(file(folder));
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new ServerAddress(URI.create(lines.get(0)), lines.get(1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void leaveIn(DataFolder folder) {
        try {
            Path draft = DataFolder.privateFile(folder.root().resolve("server.new"));
            Files.writeString(draft, url + "\n" + token + "\n");
            Files.move(draft, file(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clear(DataFolder folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(DataFolder folder) {
        return folder.root().resolve("server");
    }
}
