package app.rotina.cli;

import app.rotina.Rotina;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as in a terminal, and keeps what they said. */
final class TerminalForTests {
    private TerminalForTests() {}

    /** How a command ended, and what it said. */
    record Run(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    static Run raw(String... arguments) {
        return on(false, "", arguments);
    }

    /** With a person before it who answers with this line. */
    static Run watched(String line, String... arguments) {
        return on(true, line, arguments);
    }

    static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    private static Run on(boolean watched, String typed, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new PrintStream(out),
                        new PrintStream(err),
                        watched,
                        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        int exit = CommandLineRun.of(terminal, Rotina.class, arguments);
        return new Run(
                exit,
                out.toString(StandardCharsets.UTF_8).strip(),
                err.toString(StandardCharsets.UTF_8).strip());
    }
}
