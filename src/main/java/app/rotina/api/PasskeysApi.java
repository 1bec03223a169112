package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.access.PasskeyCeremonies;
import app.rotina.access.PasskeyCeremonies.Site;
import app.rotina.access.SignIn;
import app.rotina.state.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys, as a browser's own functions for them ask and answer (WebAuthn's JSON forms). */
@RestController
class PasskeysApi {
    private static final int LONGEST_NAME = 100;

    private final PasskeyCeremonies ceremonies;
    private final SignIn signIn;

    PasskeysApi(PasskeyCeremonies ceremonies, SignIn signIn) {
        this.ceremonies = ceremonies;
        this.signIn = signIn;
    }

    @PostMapping("/api/session/passkey/challenge")
    @Anyone
    Map<String, Object> ask(HttpServletRequest request) {
        return ceremonies.asking(Site.of(request));
    }

    @PostMapping("/api/session/passkey")
    @Anyone
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(
            @RequestBody String shown, HttpServletRequest request, HttpServletResponse response) {
        signIn.open(ceremonies.person(Site.of(request), shown), request, response);
    }

    @PostMapping("/api/me/passkeys/challenge")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    Map<String, Object> make(Caller caller, HttpServletRequest request) {
        return ceremonies.making(caller.self(), Site.of(request));
    }

    @PostMapping("/api/me/passkeys")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    @ResponseStatus(HttpStatus.CREATED)
    void keep(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestBody String made,
            HttpServletRequest request) {
        String called = name.strip();
        ceremonies.keep(
                caller.self(),
                Site.of(request),
                made,
                called.substring(0, Math.min(called.length(), LONGEST_NAME)));
    }
}
