package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Audit;
import app.rotina.state.Base32;
import app.rotina.state.Passkeys;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.SecondSteps;
import app.rotina.state.Sessions;
import app.rotina.state.StoreSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What somebody shows beside the password: a code of their app, or a recovery code. */
@Component
public class SecondStep {
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final People people;
    private final StoreSettings settings;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;

    SecondStep(
            SecondSteps steps,
            Passkeys passkeys,
            People people,
            StoreSettings settings,
            Sessions sessions,
            Attempts attempts,
            Audit audit,
            Clock clock) {
        this.steps = steps;
        this.passkeys = passkeys;
        this.people = people;
        this.settings = settings;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody has set up.
     *
     * @param codes recovery codes that are left
     */
    public record Standing(boolean app, int passkeys, int codes) {
        public boolean any() {
            return app || passkeys > 0;
        }
    }

    /**
     * What an app needs to know, shown until its first code was right.
     *
     * @param address what the square says
     * @param secret the same to be typed
     */
    public record Proposal(String address, String secret) {}

    public Standing of(Person person) {
        return new Standing(
                steps.hasApp(person), passkeys.list(person).size(), steps.codesLeft(person));
    }

    /** True where a store that this person owns or manages asks for one. */
    boolean isRequiredOf(Person person) {
        return settings.requireSecondStep().stream()
                .anyMatch(store ->
                        people.role(person, store)
                                .filter(role -> role.covers(Role.MANAGER))
                                .isPresent());
    }

    /** Begins to set an app up, or goes on with it. */
    public Proposal propose(Person person) {
        if (steps.hasApp(person)) {
            throw new RotinaException(Problem.APP_EXISTS);
        }
        byte[] secret = steps.proposed(person).orElseGet(() -> steps.propose(person));
        return new Proposal(
                Totp.address(person.email(), secret),
                Base32.of(secret).replaceAll("(.{4})(?!$)", "$1 "));
    }

    /** Ends setting it up with its first code, and gives the recovery codes, shown this once. */
    public List<String> accept(Person person, String code) {
        attempts.requireFew(account(person));
        OptionalLong step =
                steps.proposed(person)
                        .map(secret -> Totp.step(secret, code, Instant.now(clock)))
                        .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            throw refused(person);
        }
        attempts.succeeded(account(person));
        steps.accept(person, step.getAsLong());
        audit.note(person.name(), null, "second_step.app", "");
        sessions.lift(person);
        return steps.newCodes(person);
    }

    /** New recovery codes in place of the old. */
    public List<String> newCodes(Person person) {
        audit.note(person.name(), null, "second_step.codes", "");
        return steps.newCodes(person);
    }

    public void removeApp(Person person) {
        steps.removeApp(person);
        afterRemoval(person);
        audit.note(person.name(), null, "second_step.app_off", "");
    }

    public void removePasskey(Person person, long id) {
        passkeys.remove(person, id);
        afterRemoval(person);
        audit.note(person.name(), null, "passkey.remove", "");
    }

    /** Takes everything off, for somebody who has lost it. */
    void removeAll(Person person) {
        passkeys.removeAll(person);
        steps.removeApp(person);
        steps.removeCodes(person);
    }

    /** Refuses a code that is wrong or was used; too many wrong ones have to wait. */
    void require(Person person, String code) {
        attempts.requireFew(account(person));
        if (!isRight(person, code)) {
            throw refused(person);
        }
        attempts.succeeded(account(person));
    }

    private boolean isRight(Person person, String code) {
        OptionalLong step =
                steps.secret(person)
                        .map(secret -> Totp.step(secret, code, Instant.now(clock)))
                        .orElse(OptionalLong.empty());
        return step.isPresent() ? steps.use(person, step.getAsLong()) : steps.useCode(person, code);
    }

    private void afterRemoval(Person person) {
        if (!of(person).any()) {
            steps.removeCodes(person);
        }
    }

    private RotinaException refused(Person person) {
        attempts.failed(account(person));
        return new RotinaException(Problem.WRONG_CODE);
    }

    private static String account(Person person) {
        return "second step of " + person.id();
    }
}
