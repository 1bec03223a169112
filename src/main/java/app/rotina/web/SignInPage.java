package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.access.FirstRun;
import app.rotina.access.InPerson;
import app.rotina.access.SignIn;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way in and out: the first account, signing in, signing out. */
@Controller
class SignInPage {
    private final SignIn signIn;
    private final FirstRun firstRun;

    SignInPage(SignIn signIn, FirstRun firstRun) {
        this.signIn = signIn;
        this.firstRun = firstRun;
    }

    /**
     * What was typed, to be shown again; never a password.
     *
     * @param first true while nobody has an account
     */
    record Form(String email, String name, String token, @Nullable Boolean first) {
        boolean isFirst() {
            return Boolean.TRUE.equals(first);
        }
    }

    @GetMapping("/sign-in")
    @Anyone
    ModelAndView ask(Screen screen) {
        return screen.show("sign_in", new Form("", "", "", firstRun.token().isPresent()));
    }

    @PostMapping("/sign-in")
    @Anyone
    ModelAndView signIn(
            Screen screen,
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Person person = signIn.check(email, password);
            return new ModelAndView("redirect:" + signIn.begin(person, request, response));
        } catch (RotinaException e) {
            return screen.refuse("sign_in", new Form(email, "", "", false), e);
        }
    }

    @GetMapping("/sign-in/code")
    @Anyone
    ModelAndView askForCode(Screen screen, HttpServletRequest request) {
        return signIn.halfWay(request).isEmpty()
                ? new ModelAndView("redirect:/sign-in")
                : screen.show("sign_in_code", "");
    }

    /** The second step after the password. */
    @PostMapping("/sign-in/code")
    @Anyone
    ModelAndView finish(
            Screen screen,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            signIn.finish(code, request, response);
            return new ModelAndView("redirect:/");
        } catch (RotinaException e) {
            return e.problem() == Problem.NOT_SIGNED_IN
                    ? new ModelAndView("redirect:/sign-in")
                    : screen.refuse("sign_in_code", "", e);
        }
    }

    /** Where the link from the console leads. */
    @GetMapping("/start")
    @Anyone
    ModelAndView start(Screen screen, @RequestParam(defaultValue = "") String token) {
        return firstRun.token().isEmpty()
                ? new ModelAndView("redirect:/sign-in")
                : screen.show("start", new Form("", "", token, true));
    }

    @PostMapping("/start")
    @Anyone
    ModelAndView openFirstAccount(
            Screen screen,
            Form form,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Newcomer owner =
                    new Newcomer(
                            form.email(), form.name(), password, screen.words().locale(), true);
            signIn.open(firstRun.open(form.token(), owner), request, response);
            return new ModelAndView("redirect:/");
        } catch (RotinaException e) {
            return screen.refuse("start", form, e);
        }
    }

    @PostMapping("/sign-out")
    @Access(Role.VIEWER)
    @InPerson
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        signIn.close(request, response);
        return "redirect:/sign-in";
    }
}
