package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Passwords;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Sessions;
import app.rotina.state.Sessions.Seen;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's own account: password and sessions, and how others help them back in. */
@Component
public class Accounts {
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondStep second;
    private final SignIn signIn;
    private final Rights rights;
    private final HandedIn files;
    private final Audit audit;

    Accounts(
            People people,
            Passwords passwords,
            Sessions sessions,
            SecondStep second,
            SignIn signIn,
            Rights rights,
            HandedIn files,
            Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.second = second;
        this.signIn = signIn;
        this.rights = rights;
        this.files = files;
        this.audit = audit;
    }

    /** The person shows once more who they are. */
    public void show(Caller caller, String password) {
        signIn.check(caller.self().email(), password);
        sessions.shown(caller.openSession().id());
    }

    /** Asks for the old password and signs every other browser out. */
    public void changePassword(Caller caller, String old, String wanted) {
        Person person = signIn.check(caller.self().email(), old);
        passwords.change(person, wanted, caller.openSession().id());
        audit.note(person.name(), null, "password", "");
    }

    /** Where the person is signed in, the browser used last first. */
    public List<Seen> sessions(Caller caller) {
        return sessions.list(caller.self());
    }

    public void closeSession(Caller caller, long session) {
        sessions.close(caller.self(), session);
        audit.note(caller.name(), null, "session.close", "");
    }

    public void closeOtherSessions(Caller caller) {
        sessions.closeOthers(caller.self(), caller.openSession().id());
        audit.note(caller.name(), null, "session.close_others", "");
    }

    /**
     * A link by which somebody of a store chooses a new password. Only who owns every store that
     * they work in may make it: it opens all of them.
     *
     * @param withoutSecondStep takes the second step off, too
     * @return its token, which is shown this once
     */
    public String passwordLink(Caller caller, Store store, long person, boolean withoutSecondStep) {
        Person other =
                people.members(store.id()).stream()
                        .map(People.Member::person)
                        .filter(one -> one.id() == person && !one.owner())
                        .findFirst()
                        .orElseThrow(() ->
                                new RotinaException(
                                        Problem.UNKNOWN_PERSON, String.valueOf(person)));
        Map<String, Role> mine = rights.roles(caller);
        boolean all =
                people.roles(other).keySet().stream()
                        .allMatch(each -> mine.get(each) == Role.OWNER);
        if (!all) {
            throw new RotinaException(Problem.NOT_ALL_THEIRS);
        }
        return link(caller, other, withoutSecondStep);
    }

    /** The same for anybody, by whoever owns the installation. */
    public String passwordLink(Caller caller, String email, boolean withoutSecondStep) {
        Person person =
                people.byEmail(email)
                        .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, email));
        return link(caller, person, withoutSecondStep);
    }

    private String link(Caller caller, Person person, boolean withoutSecondStep) {
        if (withoutSecondStep) {
            second.removeAll(person);
            audit.note(caller.name(), null, "second_step.remove", String.valueOf(person.id()));
        }
        audit.note(caller.name(), null, "password.link", String.valueOf(person.id()));
        return passwords.link(person);
    }

    /** Removes one's own account for good; asks for the password. */
    @Transactional
    public void remove(Caller caller, String password) {
        remove(caller, signIn.check(caller.self().email(), password));
    }

    /** Removes somebody's account for good, by whoever owns the installation. */
    @Transactional
    public void removeOther(Caller caller, String email) {
        remove(
                caller,
                people.byEmail(email)
                        .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, email)));
    }

    private void remove(Caller caller, Person person) {
        audit.note(caller.name(), null, "person.remove", "#" + person.id());
        people.remove(person);
        files.forget(person);
    }

    /** Changes it by a link; every browser has to sign in again. */
    public void changePassword(String token, String wanted) {
        Person person = passwords.change(token, wanted);
        audit.note(person.name(), null, "password", "");
    }
}
