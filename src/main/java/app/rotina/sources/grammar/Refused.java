package app.rotina.sources.grammar;

import java.util.List;

/**
 * A cell that its grammar does not read: a text key under {@code sources.reason.} and its
 * arguments. It carries no stack trace, for a bad file may refuse every one of its rows.
 */
public final class Refused extends RuntimeException {
    private final String reason;
    private final transient List<String> arguments;

    public Refused(String reason, String... arguments) {
        super(reason, null, false, false);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public String reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }
}
