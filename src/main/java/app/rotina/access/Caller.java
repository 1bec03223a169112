package app.rotina.access;

import app.rotina.state.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param person absence: the command line of whoever owns the data folder
 */
public record Caller(@Nullable Person person) {
    static final Caller COMMAND_LINE = new Caller(null);

    /** The name that changes of the command line are recorded under. */
    public static final String UNNAMED = "command line";

    /** Who makes this request; empty: nobody has signed in. */
    public static Optional<Caller> of(HttpServletRequest request) {
        return CallerFilter.of(request);
    }

    /** The name that changes are recorded under. */
    public String name() {
        return person == null ? UNNAMED : person.name();
    }

    /** True for the owner of the installation and for whoever owns the data folder. */
    public boolean ownsInstallation() {
        return person == null || person.owner();
    }
}
