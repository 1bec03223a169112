package app.rotina.web;

import app.rotina.access.Accounts;
import app.rotina.access.Anyone;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Passwords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a link for a new password leads. */
@Controller
class PasswordPage {
    private final Passwords passwords;
    private final Accounts accounts;

    PasswordPage(Passwords passwords, Accounts accounts) {
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /**
     * A link as it was followed.
     *
     * @param name whose password it changes; empty: the link serves no more
     */
    record Form(String token, String name) {}

    @GetMapping("/password")
    @Anyone
    ModelAndView ask(Screen screen, @RequestParam(defaultValue = "") String token) {
        Form form = form(token);
        return form.name().isEmpty()
                ? screen.refuse("password", form, new RotinaException(Problem.BAD_LINK))
                : screen.show("password", form);
    }

    @PostMapping("/password")
    @Anyone
    ModelAndView change(Screen screen, @RequestParam String token, @RequestParam String password) {
        try {
            accounts.changePassword(token, password);
            return new ModelAndView("redirect:/sign-in?done=password_new");
        } catch (RotinaException e) {
            return screen.refuse("password", form(token), e);
        }
    }

    private Form form(String token) {
        return new Form(token, passwords.of(token).map(person -> person.name()).orElse(""));
    }
}
