package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Invitations;
import app.rotina.state.Invitations.Invitation;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Role;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The people of a store: who may do what, and links that invite further ones. */
@Controller
class PeoplePage implements Page {
    private final People people;
    private final Invitations invitations;
    private final Rights rights;
    private final Audit audit;

    PeoplePage(People people, Invitations invitations, Rights rights, Audit audit) {
        this.people = people;
        this.invitations = invitations;
        this.rights = rights;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 30, "people", "/people", Role.OWNER);
    }

    @GetMapping("/s/{store}/people")
    @Access(Role.OWNER)
    ModelAndView show(Screen screen, Caller caller, Store store) {
        return screen.show("people", view(screen, caller, store, null));
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
            @RequestParam Role role,
            @RequestParam(name = "stores", defaultValue = "") List<String> stores) {
        List<String> wanted = stores.isEmpty() ? List.of(store.id()) : stores;
        wanted.forEach(one -> rights.require(caller, one, Role.OWNER));
        String token = invitations.invite(role, wanted, caller.name());
        audit.note(caller.name(), store.id(), "invite", role + " " + String.join(" ", wanted));
        String link =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/join")
                        .queryParam("token", token)
                        .toUriString();
        return screen.show("people", view(screen, caller, store, link));
    }

    @PostMapping("/s/{store}/people/invitations/{id}/removal")
    @Access(Role.OWNER)
    String withdraw(Caller caller, Store store, @PathVariable long id) {
        invitations.withdraw(store.id(), id);
        audit.note(caller.name(), store.id(), "invite.withdraw", String.valueOf(id));
        return "redirect:/s/" + store.id() + "/people?done=withdrawn";
    }

    @PostMapping("/s/{store}/people/{person}/removal")
    @Access(Role.OWNER)
    String dismiss(Caller caller, Store store, @PathVariable long person) {
        people.dismiss(person, store.id());
        audit.note(caller.name(), store.id(), "people.dismiss", String.valueOf(person));
        return "redirect:/s/" + store.id() + "/people?done=dismissed_person";
    }

    private PeopleView view(Screen screen, Caller caller, Store store, @Nullable String link) {
        return new PeopleView(
                people.members(store.id()).stream()
                        .map(one -> member(one, caller, screen))
                        .toList(),
                invitations.open(store.id()).stream().map(one -> invited(one, screen)).toList(),
                rights.roles(caller).entrySet().stream()
                        .filter(one -> one.getValue() == Role.OWNER)
                        .map(one -> one.getKey())
                        .sorted()
                        .map(id -> choice(id, store, screen))
                        .toList(),
                link,
                link == null ? null : screen.say("people.text", store.name(), link));
    }

    private static PeopleView.Member member(People.Member one, Caller caller, Screen screen) {
        Person person = one.person();
        boolean self = Objects.equals(person, caller.person());
        return new PeopleView.Member(
                person.id(),
                person.name(),
                person.email(),
                role(one.role(), screen),
                !person.owner() && !self);
    }

    private static PeopleView.Invited invited(Invitation one, Screen screen) {
        return new PeopleView.Invited(
                one.id(),
                role(one.role(), screen),
                screen.say(
                        "people.invited.detail",
                        screen.words().who(one.invitedBy()),
                        screen.words().moment(one.expiresAt(), screen.store().zone())));
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

    static String role(Role role, Screen screen) {
        return screen.say("people.role." + role.name().toLowerCase(Locale.ROOT));
    }
}
