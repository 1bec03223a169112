package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.access.Caller;
import app.rotina.access.FirstRun;
import app.rotina.access.InPerson;
import app.rotina.access.SignIn;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first account, signing in and out, and who one is. */
@RestController
class SessionApi {
    private final SignIn signIn;
    private final FirstRun firstRun;

    SessionApi(SignIn signIn, FirstRun firstRun) {
        this.signIn = signIn;
        this.firstRun = firstRun;
    }

    /**
     * @param code of the second step; absence: none is set up
     */
    record Credentials(String email, String password, @Nullable String code) {}

    record FirstOwner(String token, String email, String name, String password, String locale) {}

    /**
     * @param csrf what a browser's change has to carry in the header {@code X-XSRF-TOKEN}
     */
    record Me(String name, boolean ownsInstallation, String csrf) {}

    @PostMapping("/api/owner")
    @Anyone
    @ResponseStatus(HttpStatus.CREATED)
    void openFirstAccount(
            @RequestBody FirstOwner owner,
            HttpServletRequest request,
            HttpServletResponse response) {
        Newcomer newcomer =
                new Newcomer(
                        owner.email(),
                        owner.name(),
                        owner.password(),
                        Locale.forLanguageTag(owner.locale()),
                        true);
        Person person = firstRun.open(owner.token(), newcomer);
        signIn.open(person, request, response);
    }

    @PostMapping("/api/session")
    @Anyone
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(
            @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        Person person = signIn.check(credentials.email(), credentials.password());
        signIn.requireCode(person, credentials.code() == null ? "" : credentials.code());
        signIn.open(person, request, response);
    }

    @DeleteMapping("/api/session")
    @Access(Role.VIEWER)
    @InPerson
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        signIn.close(request, response);
    }

    @GetMapping("/api/me")
    @Access(Role.VIEWER)
    Me me(Caller caller, CsrfToken csrf) {
        return new Me(caller.name(), caller.ownsInstallation(), csrf.getToken());
    }
}
