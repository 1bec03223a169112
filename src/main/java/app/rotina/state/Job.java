package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part in a store's team; one person may hold several. */
public enum Job {
    OWNER,
    MANAGER,
    MARKETING,
    DESIGN,
    COPY,
    SERVICE_LEAD,
    SERVICE_AGENT,
    PURCHASING,
    FINANCE,
    ADVISER,
    AGENCY;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the id; refuses one that is not there. */
    public static Job of(String id) {
        return Arrays.stream(values())
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_JOB, id, ids()));
    }

    private static String ids() {
        return Arrays.stream(values()).map(Job::id).collect(Collectors.joining(", "));
    }
}
