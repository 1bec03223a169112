package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.reach.MailServer;
import app.rotina.reach.MailServer.Security;
import app.rotina.reach.MailServers;
import app.rotina.reach.OwnNetwork;
import app.rotina.reach.Reaching;
import app.rotina.state.Person;
import app.rotina.state.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mail server of the installation, and what its stores may call; for its owner alone. */
@Controller
class MailPage {
    private static final String SAVED = "redirect:/mail?done=settings";

    private final MailServers servers;
    private final OwnNetwork network;
    private final Reaching reaching;

    MailPage(MailServers servers, OwnNetwork network, Reaching reaching) {
        this.servers = servers;
        this.network = network;
        this.reaching = reaching;
    }

    /**
     * What is chosen; a password is never shown.
     *
     * @param email where a test goes; empty: a program looks
     */
    record View(
            MailServer server,
            boolean chosen,
            boolean hasPassword,
            String address,
            String network,
            String email,
            ReachView.@Nullable Note note) {}

    /** As it was typed. */
    record Typed(
            String host,
            int port,
            Security security,
            String user,
            String password,
            String from,
            String name) {
        MailServer server() {
            return new MailServer(
                    host.strip(), port, security, user.strip(), from.strip(), name.strip());
        }
    }

    @GetMapping("/mail")
    @Access(Role.OWNER)
    ModelAndView show(Screen screen) {
        return screen.show("mail", view(screen, null));
    }

    @PostMapping("/mail")
    @Access(Role.OWNER)
    ModelAndView choose(Screen screen, Typed typed) {
        try {
            servers.choose(typed.server(), typed.password());
            return new ModelAndView(SAVED);
        } catch (RotinaException e) {
            return screen.refuse("mail", view(screen, null), e);
        }
    }

    @PostMapping("/mail/removal")
    @Access(Role.OWNER)
    String forget() {
        servers.forget();
        return SAVED;
    }

    @PostMapping("/mail/test")
    @Access(Role.OWNER)
    ModelAndView test(Screen screen, Caller caller) {
        @Nullable Person person = caller.person();
        if (person == null) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
        return screen.show("mail", view(screen, ReachReading.note(screen, reaching.test(person))));
    }

    @PostMapping("/mail/address")
    @Access(Role.OWNER)
    ModelAndView setAddress(Screen screen, @RequestParam String address) {
        try {
            servers.setAddress(address);
            return new ModelAndView(SAVED);
        } catch (RotinaException e) {
            return screen.refuse("mail", view(screen, null), e);
        }
    }

    @PostMapping("/mail/network")
    @Access(Role.OWNER)
    ModelAndView allow(Screen screen, @RequestParam String ranges) {
        try {
            network.allow(ranges);
            return new ModelAndView(SAVED);
        } catch (RotinaException e) {
            return screen.refuse("mail", view(screen, null), e);
        }
    }

    private View view(Screen screen, ReachView.@Nullable Note note) {
        @Nullable Person person = screen.who().person();
        return new View(
                servers.chosen()
                        .orElse(new MailServer("", 587, Security.STARTTLS, "", "", "Rotina")),
                servers.chosen().isPresent(),
                servers.hasPassword(),
                servers.address().orElse(""),
                network.written(),
                person == null ? "" : person.email(),
                note);
    }
}
