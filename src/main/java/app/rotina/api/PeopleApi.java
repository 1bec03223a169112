package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.Team;
import app.rotina.kernel.Store;
import app.rotina.state.Invitations;
import app.rotina.state.Invitations.Invitation;
import app.rotina.state.Job;
import app.rotina.state.People.Member;
import app.rotina.state.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The people of a store: who does what, and links that invite further ones. */
@RestController
@RequestMapping("/api/stores/{store}/people")
class PeopleApi {
    private final Team team;
    private final Clock clock;

    PeopleApi(Team team, Clock clock) {
        this.team = team;
        this.clock = clock;
    }

    /**
     * @param jobs none: they own the installation
     */
    record MemberCard(long id, String name, String email, String role, List<String> jobs) {
        static MemberCard of(Member member) {
            return new MemberCard(
                    member.person().id(),
                    member.person().name(),
                    member.person().email(),
                    member.role().name().toLowerCase(Locale.ROOT),
                    ids(member.jobs()));
        }
    }

    record InvitationCard(
            long id, List<String> jobs, List<String> stores, String invitedBy, Instant expiresAt) {
        static InvitationCard of(Invitation one) {
            return new InvitationCard(
                    one.id(), ids(one.jobs()), one.stores(), one.invitedBy(), one.expiresAt());
        }
    }

    record TeamCard(List<MemberCard> members, List<InvitationCard> invited) {}

    /**
     * @param stores further stores; absence: this one alone
     */
    record Inviting(List<String> jobs, @Nullable List<String> stores) {}

    record Jobs(List<String> jobs) {}

    /**
     * @param link where the one who is invited opens an account; shown this once
     */
    record Link(String link, Instant expiresAt) {}

    @GetMapping
    @Access(Role.OWNER)
    TeamCard list(Store store) {
        return new TeamCard(
                team.members(store).stream().map(MemberCard::of).toList(),
                team.invited(store).stream().map(InvitationCard::of).toList());
    }

    @PostMapping("/invitations")
    @Access(Role.OWNER)
    @ResponseStatus(HttpStatus.CREATED)
    Link invite(Caller caller, Store store, @RequestBody Inviting wanted) {
        List<String> stores = wanted.stores() == null ? List.of() : wanted.stores();
        String token = team.invite(caller, store, given(wanted.jobs()), stores);
        String link =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/join")
                        .queryParam("token", token)
                        .toUriString();
        return new Link(link, Instant.now(clock).plus(Invitations.VALID));
    }

    @DeleteMapping("/invitations/{invitation}")
    @Access(Role.OWNER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, Store store, @PathVariable long invitation) {
        team.withdraw(caller, store, invitation);
    }

    /** Gives somebody these jobs in place of those they had. */
    @PutMapping("/{person}/jobs")
    @Access(Role.OWNER)
    MemberCard assign(
            Caller caller, Store store, @PathVariable long person, @RequestBody Jobs wanted) {
        return MemberCard.of(team.assign(caller, store, person, given(wanted.jobs())));
    }

    @DeleteMapping("/{person}")
    @Access(Role.OWNER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Caller caller, Store store, @PathVariable long person) {
        team.dismiss(caller, store, person);
    }

    private static List<String> given(@Nullable List<String> jobs) {
        return jobs == null ? List.of() : jobs;
    }

    private static List<String> ids(Collection<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }
}
