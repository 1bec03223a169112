package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.Locale;
import java.util.stream.Stream;

/** How often a check comes round. */
public enum Cadence {
    DAILY,
    WEEKLY,
    FORTNIGHTLY,
    MONTHLY,
    QUARTERLY,
    NINETY_DAYS,
    YEARLY;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the id; refuses one that is not there. */
    public static Cadence of(String id) {
        return Stream.of(values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, "cadence " + id));
    }
}
