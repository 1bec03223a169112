package app.rotina.web;

import app.rotina.access.Anyone;
import app.rotina.access.SignIn;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Audit;
import app.rotina.state.Invitations;
import app.rotina.state.Invitations.Invitation;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an invitation's link leads: a new account, or further stores for one there is. */
@Controller
class JoinPage {
    private final Invitations invitations;
    private final SignIn signIn;
    private final Audit audit;

    JoinPage(Invitations invitations, SignIn signIn, Audit audit) {
        this.invitations = invitations;
        this.signIn = signIn;
        this.audit = audit;
    }

    /**
     * What was typed, to be shown again; never a password.
     *
     * @param existing true where whoever is invited has an account
     */
    record Form(String token, String name, String email, boolean existing, boolean valid) {}

    @GetMapping("/join")
    @Anyone
    ModelAndView ask(
            Screen screen,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "false") boolean existing) {
        Optional<Invitation> found = invitations.of(token);
        Form form = new Form(token, "", "", existing, found.isPresent());
        return found.isPresent()
                ? screen.show("join", form)
                : screen.refuse("join", form, new RotinaException(Problem.BAD_INVITATION));
    }

    @PostMapping("/join")
    @Anyone
    ModelAndView join(
            Screen screen,
            Form form,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            List<String> stores =
                    invitations.of(form.token()).map(Invitation::stores).orElse(List.of());
            Person person =
                    form.existing() ? known(form, password) : opened(screen, form, password);
            stores.forEach(store -> audit.note(person.name(), store, "join", store));
            return new ModelAndView("redirect:" + signIn.begin(person, request, response));
        } catch (RotinaException e) {
            Form again =
                    new Form(
                            form.token(),
                            form.name(),
                            form.email(),
                            form.existing(),
                            invitations.of(form.token()).isPresent());
            return screen.refuse("join", again, e);
        }
    }

    private Person opened(Screen screen, Form form, String password) {
        return invitations.accept(
                form.token(),
                new Newcomer(form.email(), form.name(), password, screen.words().locale(), false));
    }

    private Person known(Form form, String password) {
        Person person = signIn.check(form.email(), password);
        invitations.accept(form.token(), person);
        return person;
    }
}
