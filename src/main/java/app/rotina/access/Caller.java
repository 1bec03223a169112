package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Keys.Scope;
import app.rotina.state.Person;
import app.rotina.state.Sessions.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param person absence: the command line of whoever owns the data folder
 * @param session absence: it is not a browser that calls
 * @param scope what may be done, never more than the person may
 */
public record Caller(@Nullable Person person, @Nullable Session session, Scope scope) {
    static final Caller COMMAND_LINE = new Caller(null, null, Scope.WHOLE);

    /** The name that changes of the command line are recorded under. */
    public static final String UNNAMED = "command line";

    static Caller in(Session session) {
        return new Caller(session.person(), session, Scope.WHOLE);
    }

    static Caller by(Person person, Scope scope) {
        return new Caller(person, null, scope);
    }

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
        return (person == null || person.owner()) && scope.everyStore();
    }

    /** False for a token that was not made for the store. */
    boolean reaches(String store) {
        return scope.opens(store);
    }

    /** True for a person at a browser and for the command line; false for a token. */
    boolean inPerson() {
        return person == null || session != null;
    }

    /** The browser's session; refuses whoever has none. */
    public Session openSession() {
        if (session == null) {
            throw new RotinaException(Problem.IN_PERSON);
        }
        return session;
    }

    /** The person at the browser; refuses whoever is not at one. */
    public Person self() {
        openSession();
        return Objects.requireNonNull(person);
    }
}
