package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Accounts;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.access.Team;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Invitations.Invitation;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.StoreSettings;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The people of a store: who does what, and links that invite further ones. */
@Controller
class PeoplePage implements Page {
    private final Team team;
    private final Accounts accounts;
    private final StoreSettings settings;
    private final Audit audit;

    PeoplePage(Team team, Accounts accounts, StoreSettings settings, Audit audit) {
        this.team = team;
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 30, "people", "/people", Role.OWNER);
    }

    @GetMapping("/s/{store}/people")
    @Access(Role.OWNER)
    ModelAndView show(Screen screen, Caller caller, Store store) {
        return screen.show("people", view(screen, caller, store, null, null));
    }

    /**
     * @param stores what the colleague is let into; each must be the caller's to open
     */
    @PostMapping("/s/{store}/people/invitations")
    @Access(Role.OWNER)
    ModelAndView invite(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam(name = "jobs", defaultValue = "") List<String> jobs,
            @RequestParam(name = "stores", defaultValue = "") List<String> stores) {
        try {
            String link = link("/join", team.invite(caller, store, jobs, stores));
            return screen.show("people", view(screen, caller, store, "people.text", link));
        } catch (RotinaException e) {
            return screen.refuse("people", view(screen, caller, store, null, null), e);
        }
    }

    @PostMapping("/s/{store}/people/invitations/{id}/removal")
    @Access(Role.OWNER)
    String withdraw(Caller caller, Store store, @PathVariable long id) {
        team.withdraw(caller, store, id);
        return "redirect:/s/" + store.id() + "/people?done=withdrawn";
    }

    @PostMapping("/s/{store}/people/{person}/jobs")
    @Access(Role.OWNER)
    ModelAndView assign(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long person,
            @RequestParam(name = "jobs", defaultValue = "") List<String> jobs) {
        try {
            team.assign(caller, store, person, jobs);
            return new ModelAndView("redirect:" + screen.address("/people?done=jobs"));
        } catch (RotinaException e) {
            return screen.refuse("people", view(screen, caller, store, null, null), e);
        }
    }

    @PostMapping("/s/{store}/people/{person}/removal")
    @Access(Role.OWNER)
    String dismiss(Caller caller, Store store, @PathVariable long person) {
        team.dismiss(caller, store, person);
        return "redirect:/s/" + store.id() + "/people?done=dismissed_person";
    }

    /** A link by which somebody who has forgotten their password chooses another. */
    @PostMapping("/s/{store}/people/{person}/password")
    @Access(Role.OWNER)
    @InPerson(fresh = true)
    ModelAndView passwordLink(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long person,
            @RequestParam(defaultValue = "false") boolean withoutStep) {
        try {
            String token = accounts.passwordLink(caller, store, person, withoutStep);
            String link = link("/password", token);
            return screen.show("people", view(screen, caller, store, "people.password.text", link));
        } catch (RotinaException e) {
            return screen.refuse("people", view(screen, caller, store, null, null), e);
        }
    }

    /** Whether owners and managers of the store have to sign in with a second step. */
    @PostMapping("/s/{store}/people/second-step")
    @Access(Role.OWNER)
    @InPerson
    String requireSecondStep(Caller caller, Store store, @RequestParam boolean required) {
        settings.requireSecondStep(store.id(), required);
        audit.note(caller.name(), store.id(), "second_step.required", String.valueOf(required));
        return "redirect:/s/" + store.id() + "/people?done=settings";
    }

    private static String link(String path, String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .queryParam("token", token)
                .toUriString();
    }

    private PeopleView view(
            Screen screen,
            Caller caller,
            Store store,
            @Nullable String text,
            @Nullable String link) {
        return new PeopleView(
                team.members(store).stream().map(one -> member(one, caller, screen)).toList(),
                team.invited(store).stream().map(one -> invited(one, screen)).toList(),
                choices(Set.of(), screen),
                team.open(caller).stream().map(id -> choice(id, store, screen)).toList(),
                settings.requiresSecondStep(store.id()),
                text == null || link == null ? null : screen.say(text, store.name(), link));
    }

    private static PeopleView.Member member(People.Member one, Caller caller, Screen screen) {
        Person person = one.person();
        boolean self = Objects.equals(person, caller.person());
        return new PeopleView.Member(
                person.id(),
                person.name(),
                person.email(),
                person.owner()
                        ? List.of(screen.say("people.installation"))
                        : labels(one.jobs(), screen),
                choices(one.jobs(), screen),
                !person.owner() && !self);
    }

    private static PeopleView.Invited invited(Invitation one, Screen screen) {
        return new PeopleView.Invited(
                one.id(),
                labels(one.jobs(), screen),
                screen.say(
                        "people.invited.detail",
                        screen.words().who(one.invitedBy()),
                        screen.words().moment(one.expiresAt(), screen.store().zone())));
    }

    private static List<String> labels(Collection<Job> jobs, Screen screen) {
        return jobs.stream().map(job -> label(job, screen)).toList();
    }

    private static String label(Job job, Screen screen) {
        return screen.say("checks.job." + job.id());
    }

    /** The jobs by what they may do, the most first. */
    private static List<PeopleView.Jobs> choices(Collection<Job> held, Screen screen) {
        return Arrays.stream(Role.values())
                .sorted(Comparator.reverseOrder())
                .map(role -> jobs(role, held, screen))
                .toList();
    }

    private static PeopleView.Jobs jobs(Role role, Collection<Job> held, Screen screen) {
        return new PeopleView.Jobs(
                screen.say("people.may." + role.name().toLowerCase(Locale.ROOT)),
                Arrays.stream(Job.values())
                        .filter(job -> job.role() == role)
                        .map(job ->
                                new PeopleView.Choice(
                                        job.id(), label(job, screen), held.contains(job)))
                        .toList());
    }

    private static PeopleView.Choice choice(String id, Store store, Screen screen) {
        String name =
                Objects.requireNonNull(screen.here()).others().stream()
                        .filter(one -> one.id().equals(id))
                        .map(Store::name)
                        .findFirst()
                        .orElse(id);
        return new PeopleView.Choice(id, name, id.equals(store.id()));
    }
}
