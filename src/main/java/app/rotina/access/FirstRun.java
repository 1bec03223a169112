package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The first account of an installation: whoever reads the console may open it, once, and owns the
 * installation then.
 */
@Component
public class FirstRun {
    private final People people;
    private final LocalToken token = LocalToken.random();

    FirstRun(People people) {
        this.people = people;
    }

    /** The one-time token for the console; empty once somebody has an account. */
    public Optional<String> token() {
        return people.nobody() ? Optional.of(token.secret()) : Optional.empty();
    }

    /** Opens the first account; the token serves no second time. */
    public synchronized Person open(String shown, Newcomer owner) {
        if (!people.nobody() || !token.is(shown)) {
            throw new RotinaException(Problem.WRONG_START_TOKEN);
        }
        return people.add(
                new Newcomer(owner.email(), owner.name(), owner.password(), owner.locale(), true));
    }
}
