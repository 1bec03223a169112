package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part in a store's team; one person may hold several. */
public enum Job {
    OWNER(Role.OWNER),
    MANAGER(Role.MANAGER),
    MARKETING(Role.MEMBER),
    DESIGN(Role.MEMBER),
    COPY(Role.MEMBER),
    SERVICE_LEAD(Role.MEMBER),
    SERVICE_AGENT(Role.MEMBER),
    PURCHASING(Role.MEMBER),
    FINANCE(Role.MEMBER),
    ADVISER(Role.VIEWER),
    AGENCY(Role.MANAGER);

    private final Role role;

    Job(Role role) {
        this.role = role;
    }

    /** What somebody may do who holds it. */
    public Role role() {
        return role;
    }

    /** What somebody may do who holds these; empty: nothing. */
    public static Optional<Role> role(Collection<Job> jobs) {
        return jobs.stream().map(Job::role).max(Comparator.naturalOrder());
    }

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
