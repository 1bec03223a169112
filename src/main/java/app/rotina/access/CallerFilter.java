package app.rotina.access;

import app.rotina.state.Keys;
import app.rotina.state.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by bearer token where one is shown, else by the session's cookie. A request
 * that shows a token is never let in by its cookie.
 */
final class CallerFilter extends OncePerRequestFilter {
    static final String ATTRIBUTE = Caller.class.getName();

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Keys keys;
    private final LocalToken localToken;

    CallerFilter(Sessions sessions, Keys keys, LocalToken localToken) {
        this.sessions = sessions;
        this.keys = keys;
        this.localToken = localToken;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caller(request).ifPresent(caller -> request.setAttribute(ATTRIBUTE, caller));
        chain.doFilter(request, response);
    }

    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    static Optional<String> sessionSecret(HttpServletRequest request) {
        return cookie(request, SignIn.COOKIE);
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return header.startsWith(BEARER)
                    ? byToken(header.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        return sessionSecret(request).flatMap(sessions::of).map(Caller::in);
    }

    private Optional<Caller> byToken(String token) {
        return localToken.is(token)
                ? Optional.of(Caller.COMMAND_LINE)
                : keys.byToken(token).map(held -> Caller.by(held.person(), held.scope()));
    }
}
