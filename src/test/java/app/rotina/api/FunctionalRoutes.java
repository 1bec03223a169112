package app.rotina.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * The routes that are functions, each as its method and path; what cannot be told so is refused.
 */
final class FunctionalRoutes implements RouterFunctions.Visitor {
    private static final Pattern ROUTE =
            Pattern.compile("\\((?<method>[A-Z]+) && (?<path>/\\S+)\\)");
    private static final Pattern WITHIN = Pattern.compile("/\\S+");

    private final Deque<String> within = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();

    private FunctionalRoutes() {}

    static List<String> of(ServerForTests server) {
        FunctionalRoutes routes = new FunctionalRoutes();
        Optional.ofNullable(server.bean(RouterFunctionMapping.class).getRouterFunction())
                .ifPresent(all -> all.accept(routes));
        return routes.found;
    }

    @Override
    public void startNested(RequestPredicate predicate) {
        within.addLast(said(WITHIN, predicate).group());
    }

    @Override
    public void endNested(RequestPredicate predicate) {
        within.removeLast();
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
        Matcher said = said(ROUTE, predicate);
        found.add(said.group("method") + " " + String.join("", within) + said.group("path"));
    }

    @Override
    public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
        throw new AssertionError("files that are handed out by a function");
    }

    @Override
    public void attributes(Map<String, Object> attributes) {}

    @Override
    public void unknown(RouterFunction<?> route) {
        throw new AssertionError("a route that cannot be told: " + route);
    }

    /** A method and a path are told so; what asks for anything else is to be made a row first. */
    private static Matcher said(Pattern pattern, RequestPredicate predicate) {
        Matcher said = pattern.matcher(predicate.toString());
        if (!said.matches()) {
            throw new AssertionError("a route that cannot be told: " + predicate);
        }
        return said;
    }
}
