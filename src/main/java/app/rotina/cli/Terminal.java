package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where results go (out) and where messages go (err). */
final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean interactive;
    private final InputStream typed;
    private final BufferedReader in;

    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this(out, err, interactive, System.in);
    }

    Terminal(PrintStream out, PrintStream err, boolean interactive, InputStream in) {
        this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.interactive = interactive;
        this.typed = in;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again without a terminal
    static boolean watched() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** True where a person watches, and a line may be drawn over. */
    boolean interactive() {
        return interactive;
    }

    void print(String line) {
        out.println(line);
    }

    /** The line a person answers; empty: none came. */
    String ask(String question) {
        err.print(question + " ");
        err.flush();
        try {
            @Nullable String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what another program writes to us as a file. */
    void keepInput(Path file) {
        try {
            Files.copy(typed, file);
        } catch (IOException e) {
            throw new RotinaException(Problem.FILE_NOT_WRITTEN, e, file);
        }
    }

    /** Draws over the last line of messages. */
    void redraw(String line) {
        err.print("\r\u001b[2K" + line);
        err.flush();
    }

    void tell(String message) {
        err.println(message);
    }
}
