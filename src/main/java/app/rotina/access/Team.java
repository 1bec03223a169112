package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Invitations;
import app.rotina.state.Invitations.Invitation;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.People.Member;
import app.rotina.state.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who works in a store and as what, as its owners arrange it; each change is recorded. */
@Component
public class Team {
    private final People people;
    private final Invitations invitations;
    private final Rights rights;
    private final Audit audit;

    Team(People people, Invitations invitations, Rights rights, Audit audit) {
        this.people = people;
        this.invitations = invitations;
        this.rights = rights;
        this.audit = audit;
    }

    public List<Member> members(Store store) {
        return people.members(store.id());
    }

    /** Invitations that nobody has used yet. */
    public List<Invitation> invited(Store store) {
        return invitations.open(store.id());
    }

    /** The stores the caller may invite to. */
    public List<String> open(Caller caller) {
        return rights.roles(caller).entrySet().stream()
                .filter(one -> one.getValue() == Role.OWNER)
                .map(one -> one.getKey())
                .sorted()
                .toList();
    }

    /**
     * The token of an invitation, which is shown this once.
     *
     * @param further stores beside this one; each must be the caller's to open
     */
    public String invite(
            Caller caller, Store store, Collection<String> jobs, List<String> further) {
        Set<Job> wanted = known(jobs);
        List<String> stores = further.isEmpty() ? List.of(store.id()) : further;
        stores.forEach(one -> rights.require(caller, one, Role.OWNER));
        String token = invitations.invite(wanted, stores, caller.name());
        stores.forEach(one -> audit.note(caller.name(), one, "invite", said(wanted)));
        return token;
    }

    public void withdraw(Caller caller, Store store, long invitation) {
        invitations.withdraw(store.id(), invitation);
        audit.note(caller.name(), store.id(), "invite.withdraw", String.valueOf(invitation));
    }

    /** Gives somebody of the store other jobs. */
    public Member assign(Caller caller, Store store, long person, Collection<String> jobs) {
        Set<Job> wanted = known(jobs);
        Member member = other(caller, store, person);
        people.assign(person, store.id(), wanted);
        audit.note(caller.name(), store.id(), "people.jobs", person + " " + said(wanted));
        return new Member(member.person(), wanted);
    }

    /** Shuts the store to somebody. */
    public void dismiss(Caller caller, Store store, long person) {
        other(caller, store, person);
        people.dismiss(person, store.id());
        audit.note(caller.name(), store.id(), "people.dismiss", String.valueOf(person));
    }

    /** Somebody of the store whose part may be changed: not one's own, nor the installation's. */
    private Member other(Caller caller, Store store, long person) {
        if (caller.person() != null && caller.person().id() == person) {
            throw new RotinaException(Problem.OWN_PART);
        }
        return members(store).stream()
                .filter(member -> member.person().id() == person && !member.person().owner())
                .findFirst()
                .orElseThrow(
                        () -> new RotinaException(Problem.UNKNOWN_PERSON, String.valueOf(person)));
    }

    private static Set<Job> known(Collection<String> jobs) {
        if (jobs.isEmpty()) {
            throw new RotinaException(Problem.NO_JOB);
        }
        return jobs.stream()
                .map(Job::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Job.class)));
    }

    private static String said(Set<Job> jobs) {
        return jobs.stream().map(Job::id).collect(Collectors.joining(" "));
    }
}
