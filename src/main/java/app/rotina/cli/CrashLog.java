package app.rotina.cli;

import app.rotina.kernel.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The log of the data folder, for what went wrong on the command line's own side. */
record CrashLog(DataFolder folder) {

    static CrashLog in(DataFolder folder) {
        return new CrashLog(folder);
    }

    Path file() {
        return folder.root().resolve("logs").resolve("rotina.log");
    }

    boolean exists() {
        return Files.exists(file());
    }

    /** Adds where it failed; a log that cannot be written is not the trouble to tell of. */
    void add(Instant at, Throwable failure) {
        if (!Files.isDirectory(folder.root())) {
            return;
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        try {
            Files.writeString(
                    folder.logs().resolve("rotina.log"),
                    at + " ERROR command line: " + text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
