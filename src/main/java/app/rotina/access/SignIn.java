package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Keys;
import app.rotina.state.People;
import app.rotina.state.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Signing in and out of the pages: a session that the browser keeps as a cookie. */
@Component
public class SignIn {
    static final String COOKIE = "rotina";

    private final People people;
    private final Keys keys;
    private final Attempts attempts;

    SignIn(People people, Keys keys, Attempts attempts) {
        this.people = people;
        this.keys = keys;
        this.attempts = attempts;
    }

    /** The person, if the password is theirs; too many wrong ones have to wait. */
    public Person check(String email, String password) {
        attempts.requireFew(email);
        return people.withPassword(email, password)
                .map(person -> accepted(email, person))
                .orElseThrow(() -> refused(email));
    }

    /** Lets the browser in: the answer carries the session's cookie. */
    public void open(Person person, HttpServletRequest request, HttpServletResponse response) {
        setCookie(keys.openSession(person), Keys.SESSION, request, response);
    }

    public void close(HttpServletRequest request, HttpServletResponse response) {
        CallerFilter.sessionSecret(request).ifPresent(keys::closeSession);
        setCookie("", Duration.ZERO, request, response);
    }

    private Person accepted(String email, Person person) {
        attempts.succeeded(email);
        return person;
    }

    private RotinaException refused(String email) {
        attempts.failed(email);
        return new RotinaException(Problem.WRONG_PASSWORD);
    }

    private static void setCookie(
            String secret, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, secret)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
