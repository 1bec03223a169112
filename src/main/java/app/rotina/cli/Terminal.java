package app.rotina.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where results go (out) and where messages go (err). */
final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean interactive;

    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.interactive = interactive;
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

    /** Draws over the last line of messages. */
    void redraw(String line) {
        err.print("\r\u001b[2K" + line);
        err.flush();
    }

    void tell(String message) {
        err.println(message);
    }
}
