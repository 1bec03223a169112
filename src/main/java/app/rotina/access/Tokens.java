package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Audit;
import app.rotina.state.Keys;
import app.rotina.state.Keys.Scope;
import app.rotina.state.Keys.Token;
import app.rotina.state.People;
import app.rotina.state.Person;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tokens of a person, as they or whoever owns the data folder arrange them. */
@Component
public class Tokens {
    private static final int LONGEST_NAME = 100;

    private final Keys keys;
    private final People people;
    private final Rights rights;
    private final Audit audit;

    Tokens(Keys keys, People people, Rights rights, Audit audit) {
        this.keys = keys;
        this.people = people;
        this.rights = rights;
        this.audit = audit;
    }

    /**
     * What a token is to be.
     *
     * @param stores those it opens; none: every one of its person
     * @param days how long it works, at most a year
     */
    public record Wanted(String name, boolean writes, List<String> stores, int days) {}

    /** One's own; the command line sees everybody's. */
    public List<Token> list(Caller caller) {
        return keys.list(caller.person());
    }

    /**
     * Gives the token, which is shown this once.
     *
     * @param email whose it is to be, on the command line; absence: one's own
     */
    public String issue(Caller caller, @Nullable String email, Wanted wanted) {
        Person person = holder(caller, email);
        String name = wanted.name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "name");
        }
        if (wanted.days < 1 || wanted.days > Keys.TOKEN.toDays()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "days = " + wanted.days);
        }
        Set<String> mine = rights.roles(caller).keySet();
        for (String store : wanted.stores) {
            if (!mine.contains(store) || people.role(person, store).isEmpty()) {
                throw new RotinaException(Problem.UNKNOWN_STORE, store);
            }
        }
        Scope scope = new Scope(wanted.writes, wanted.stores.isEmpty(), Set.copyOf(wanted.stores));
        String secret = keys.issue(person, name, scope, Duration.ofDays(wanted.days));
        audit.note(caller.name(), null, "token", said(name, scope));
        return secret;
    }

    public void revoke(Caller caller, long token) {
        if (!keys.revoke(caller.person(), token)) {
            throw new RotinaException(Problem.UNKNOWN_TOKEN, String.valueOf(token));
        }
        audit.note(caller.name(), null, "token.revoke", String.valueOf(token));
    }

    private Person holder(Caller caller, @Nullable String email) {
        if (caller.person() != null) {
            return caller.person();
        }
        return people.byEmail(email == null ? "" : email)
                .orElseThrow(
                        () -> new RotinaException(Problem.BAD_ARGUMENT, String.valueOf(email)));
    }

    private static String said(String name, Scope scope) {
        String stores = scope.everyStore() ? "*" : String.join(" ", scope.stores());
        return name + " " + (scope.writes() ? "write" : "read") + " " + stores;
    }
}
