package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Role;
import app.rotina.state.Sessions.Session;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;

/** Lets a request through to its route only with the role that the route names. */
@Component
final class AccessRule implements HandlerInterceptor {
    /** What changes nothing. */
    static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Rights rights;
    private final Clock clock;

    AccessRule(Rights rights, Clock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerFunction<?>) {
            return showsToken(request, response);
        }
        if (handler instanceof HandlerMethod route
                && request.getDispatcherType() != DispatcherType.ERROR
                && !route.hasMethodAnnotation(Anyone.class)) {
            check(request, route);
        }
        return true;
    }

    /**
     * A route without a method, such as the assistants', names no role: it is open to a bearer
     * token and to nothing else, and does its work by calls of the API with that same token.
     */
    private static boolean showsToken(HttpServletRequest request, HttpServletResponse response) {
        if (CallerFilter.of(request).filter(caller -> caller.session() == null).isPresent()) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return false;
    }

    private void check(HttpServletRequest request, HandlerMethod route) {
        Caller caller =
                CallerFilter.of(request)
                        .orElseThrow(() -> new RotinaException(Problem.NOT_SIGNED_IN));
        @Nullable Access access = route.getMethodAnnotation(Access.class);
        if (access == null) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
        @Nullable String store = store(request);
        if (store == null) {
            requireOfInstallation(caller, access.value());
        } else {
            rights.require(caller, store, access.value());
        }
        requireVerb(caller, request);
        requirePresence(caller, route.getMethodAnnotation(InPerson.class));
    }

    private static void requireOfInstallation(Caller caller, Role needed) {
        if (needed != Role.VIEWER && !caller.ownsInstallation()) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
    }

    private static void requireVerb(Caller caller, HttpServletRequest request) {
        if (!caller.scope().writes() && !READS.contains(request.getMethod())) {
            throw new RotinaException(Problem.TOKEN_READS_ONLY);
        }
    }

    private void requirePresence(Caller caller, @Nullable InPerson presence) {
        @Nullable Session session = caller.session();
        if (presence == null) {
            if (session != null && session.limited()) {
                throw new RotinaException(Problem.SECOND_STEP_MISSING);
            }
            return;
        }
        if (!caller.inPerson()) {
            throw new RotinaException(Problem.IN_PERSON);
        }
        if (presence.fresh() && session != null && !isFresh(session)) {
            throw new RotinaException(Problem.SHOW_AGAIN);
        }
    }

    private boolean isFresh(Session session) {
        return session.shownAt().plus(InPerson.FRESH).isAfter(Instant.now(clock));
    }

    static @Nullable String store(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                ? (String) variables.get("store")
                : null;
    }
}
