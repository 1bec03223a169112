package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request through to its route only with the role that the route names. */
@Component
final class AccessRule implements HandlerInterceptor {
    private final Rights rights;

    AccessRule(Rights rights) {
        this.rights = rights;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route
                && request.getDispatcherType() != DispatcherType.ERROR
                && !route.hasMethodAnnotation(Anyone.class)) {
            check(request, route);
        }
        return true;
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
    }

    private static void requireOfInstallation(Caller caller, Role needed) {
        if (needed != Role.VIEWER && !caller.ownsInstallation()) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
    }

    static @Nullable String store(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                ? (String) variables.get("store")
                : null;
    }
}
