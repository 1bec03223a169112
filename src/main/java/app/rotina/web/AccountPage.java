package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Accounts;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.access.SecondStep;
import app.rotina.access.SecondStep.Standing;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Passkeys;
import app.rotina.state.Passkeys.Passkey;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Sessions.Seen;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: the password, what is shown beside it, and the browsers signed in. */
@Controller
class AccountPage {
    private final Accounts accounts;
    private final SecondStep second;
    private final Passkeys passkeys;
    private final Clock clock;

    AccountPage(Accounts accounts, SecondStep second, Passkeys passkeys, Clock clock) {
        this.accounts = accounts;
        this.second = second;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping("/account")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView show(Screen screen, Caller caller) {
        return screen.show("account", view(screen, caller));
    }

    /** The person shows once more who they are. */
    @PostMapping("/account/confirmation")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView confirm(Screen screen, Caller caller, @RequestParam String password) {
        return doing(screen, caller, "", () -> accounts.show(caller, password));
    }

    @PostMapping("/account/password")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView changePassword(
            Screen screen, Caller caller, @RequestParam String old, @RequestParam String wanted) {
        return doing(
                screen,
                caller,
                "?done=password",
                () -> accounts.changePassword(caller, old, wanted));
    }

    @PostMapping("/account/sessions/{session}/removal")
    @Access(Role.VIEWER)
    @InPerson
    String close(Caller caller, @PathVariable long session) {
        accounts.closeSession(caller, session);
        return "redirect:/account?done=session";
    }

    @PostMapping("/account/sessions/removal")
    @Access(Role.VIEWER)
    @InPerson
    String closeOthers(Caller caller) {
        accounts.closeOtherSessions(caller);
        return "redirect:/account?done=session";
    }

    @PostMapping("/account/passkeys/{passkey}/removal")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    String removePasskey(Caller caller, @PathVariable long passkey) {
        second.removePasskey(caller.self(), passkey);
        return "redirect:/account?done=passkey_off";
    }

    /** Removes one's own account for good; the browser is signed out with it. */
    @PostMapping("/account/removal")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView remove(Screen screen, Caller caller, @RequestParam String password) {
        try {
            accounts.remove(caller, password);
            return new ModelAndView("redirect:/sign-in");
        } catch (RotinaException e) {
            return screen.refuse("account", view(screen, caller), e);
        }
    }

    private ModelAndView doing(Screen screen, Caller caller, String done, Runnable what) {
        try {
            what.run();
            return new ModelAndView("redirect:/account" + done);
        } catch (RotinaException e) {
            return screen.refuse("account", view(screen, caller), e);
        }
    }

    private AccountView view(Screen screen, Caller caller) {
        Person person = caller.self();
        Standing standing = second.of(person);
        return new AccountView(
                person.name(),
                person.email(),
                isFresh(caller, clock),
                caller.openSession().limited(),
                standing.app(),
                standing.any(),
                screen.say("account.codes.left", standing.codes()),
                passkeys.list(person).stream().map(one -> key(one, screen)).toList(),
                accounts.sessions(caller).stream()
                        .map(one -> browser(one, caller, screen))
                        .toList());
    }

    static boolean isFresh(Caller caller, Clock clock) {
        return caller.openSession().shownAt().plus(InPerson.FRESH).isAfter(Instant.now(clock));
    }

    private AccountView.Key key(Passkey one, Screen screen) {
        return new AccountView.Key(
                one.id(),
                one.name().isEmpty() ? screen.say("account.passkey") : one.name(),
                one.usedAt() == null
                        ? screen.say("account.passkey.added", moment(one.addedAt(), screen))
                        : screen.say(
                                "account.passkey.used",
                                moment(one.addedAt(), screen),
                                moment(one.usedAt(), screen)));
    }

    private AccountView.Browser browser(Seen one, Caller caller, Screen screen) {
        return new AccountView.Browser(
                one.id(),
                one.browser().isEmpty() ? screen.say("account.browser.unknown") : one.browser(),
                screen.say(
                        "account.browser.times",
                        moment(one.openedAt(), screen),
                        moment(one.seenAt(), screen)),
                one.id() == caller.openSession().id());
    }

    /** No store says whose time it is. */
    static String moment(Instant at, Screen screen) {
        return screen.words().moment(at, ZoneOffset.UTC) + " UTC";
    }
}
