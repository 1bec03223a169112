package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What kind of thing a store did; what it changed is an amount, a count or words. */
public enum ActionKind {
    BID(Measure.MONEY),
    BUDGET(Measure.MONEY),
    PRICE(Measure.MONEY),
    BANNER(Measure.WORDS),
    CAMPAIGN(Measure.WORDS),
    STOCK(Measure.COUNT),
    MESSAGE(Measure.WORDS),
    OTHER(Measure.WORDS);

    /** What the value before and the one after are. */
    public enum Measure {
        MONEY,
        COUNT,
        WORDS
    }

    private final Measure measure;

    ActionKind(Measure measure) {
        this.measure = measure;
    }

    public Measure measure() {
        return measure;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the id; refuses one that is not there. */
    public static ActionKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_ACTION_KIND, id, ids()));
    }

    private static String ids() {
        return Arrays.stream(values()).map(ActionKind::id).collect(Collectors.joining(", "));
    }
}
