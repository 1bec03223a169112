package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Signing in and out of the pages: a session that the browser keeps as a cookie. */
@Component
public class SignIn {
    static final String COOKIE = "rotina";
    private static final String HALF_WAY = "rotina-half-way";

    private final People people;
    private final Sessions sessions;
    private final Attempts attempts;
    private final HalfWay halfWay;
    private final SecondStep second;

    SignIn(
            People people,
            Sessions sessions,
            Attempts attempts,
            HalfWay halfWay,
            SecondStep second) {
        this.people = people;
        this.sessions = sessions;
        this.attempts = attempts;
        this.halfWay = halfWay;
        this.second = second;
    }

    /** The person, if the password is theirs; too many wrong ones have to wait. */
    public Person check(String email, String password) {
        attempts.requireFew(email);
        return people.withPassword(email, password)
                .map(person -> accepted(email, person))
                .orElseThrow(() -> refused(email));
    }

    /**
     * Lets somebody in whose password was right: at once, or by the second step that they have.
     *
     * @return where the browser goes next
     */
    public String begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (!second.of(person).any()) {
            open(person, request, response);
            return "/";
        }
        String secret = halfWay.begin(person);
        setCookie(new Kept(HALF_WAY, secret, HalfWay.VALID), request, response);
        return "/sign-in/code";
    }

    /** Whose password this browser has shown; empty: nobody's, or too long ago. */
    public Optional<Person> halfWay(HttpServletRequest request) {
        return CallerFilter.cookie(request, HALF_WAY).flatMap(halfWay::of);
    }

    /** Ends what a password has begun: with a code of the app, or a recovery code. */
    public void finish(String code, HttpServletRequest request, HttpServletResponse response) {
        Person person =
                halfWay(request).orElseThrow(() -> new RotinaException(Problem.NOT_SIGNED_IN));
        second.require(person, code);
        open(person, request, response);
    }

    /** For programs: refuses where a second step is set up and its code is not shown. */
    public void requireCode(Person person, String code) {
        if (second.of(person).any()) {
            if (code.isBlank()) {
                throw new RotinaException(Problem.SECOND_STEP_NEEDED);
            }
            second.require(person, code);
        }
    }

    /** Lets the browser in: the answer carries the session's cookie. */
    public void open(Person person, HttpServletRequest request, HttpServletResponse response) {
        CallerFilter.cookie(request, HALF_WAY)
                .ifPresent(secret -> {
                    halfWay.end(secret);
                    setCookie(new Kept(HALF_WAY, "", Duration.ZERO), request, response);
                });
        boolean limited = second.isRequiredOf(person) && !second.of(person).any();
        String browser = Browsers.name(request.getHeader(HttpHeaders.USER_AGENT));
        String secret = sessions.open(person, browser, limited);
        setCookie(new Kept(COOKIE, secret, Sessions.VALID), request, response);
    }

    public void close(HttpServletRequest request, HttpServletResponse response) {
        CallerFilter.sessionSecret(request).ifPresent(sessions::close);
        setCookie(new Kept(COOKIE, "", Duration.ZERO), request, response);
    }

    private Person accepted(String email, Person person) {
        attempts.succeeded(email);
        return person;
    }

    private RotinaException refused(String email) {
        attempts.failed(email);
        return new RotinaException(Problem.WRONG_PASSWORD);
    }

    private record Kept(String name, String secret, Duration age) {}

    private static void setCookie(
            Kept kept, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(kept.name, kept.secret)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(kept.age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
