package app.rotina.web;

import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.kernel.Store;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Makes the screen of a request: from its session, its cookies and the store in its path. */
@Component
final class Screens implements HandlerMethodArgumentResolver {
    private final Rights rights;
    private final ObjectProvider<Page> pages;
    private final Stores stores;
    private final FirstStepsGuide guide;

    Screens(Rights rights, ObjectProvider<Page> pages, Stores stores, FirstStepsGuide guide) {
        this.rights = rights;
        this.pages = pages;
        this.stores = stores;
        this.guide = guide;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Screen.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        return of(Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class)));
    }

    Screen of(HttpServletRequest request) {
        @Nullable Caller caller = Caller.of(request).orElse(null);
        Preferences preferences = Preferences.from(request.getCookies());
        Words words = words(request, caller, preferences);
        return new Screen(
                words,
                csrf(request),
                preferences,
                address(request),
                caller,
                caller == null ? null : here(request, caller, words),
                Screen.Done.of(request.getParameter("done"), request.getParameter("undo")));
    }

    private Screen.@Nullable Here here(HttpServletRequest request, Caller caller, Words words) {
        @Nullable String id = storeId(request);
        if (id == null) {
            return null;
        }
        List<Store> mine = rights.stores(caller);
        @Nullable Store store =
                mine.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
        if (store == null) {
            return null;
        }
        Role role = rights.role(caller, id).orElse(Role.VIEWER);
        boolean manages = role.covers(Role.MANAGER);
        return new Screen.Here(
                store,
                role,
                menu(request, id, role, words),
                mine,
                stores.isSample(id),
                manages ? guide.of(store).orElse(null) : null);
    }

    private Menu menu(HttpServletRequest request, String store, Role role, Words words) {
        List<Page.Entry> entries = pages.stream().map(Page::entry).toList();
        return Menu.of(entries, role, store, request.getRequestURI(), words);
    }

    private static Words words(
            HttpServletRequest request, @Nullable Caller caller, Preferences preferences) {
        Words words = Words.of(locale(request, caller));
        return preferences.shortNumbers() ? words.inShort() : words;
    }

    /** Where the page is, with its state, and without what it says only once. */
    private static String address(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        String state =
                query == null || !request.getMethod().equals("GET")
                        ? ""
                        : Arrays.stream(query.split("&"))
                                .filter(each ->
                                        !each.startsWith("done=") && !each.startsWith("undo="))
                                .collect(Collectors.joining("&"));
        return request.getRequestURI() + (state.isEmpty() ? "" : "?" + state);
    }

    private static Locale locale(HttpServletRequest request, @Nullable Caller caller) {
        @Nullable Person person = caller == null ? null : caller.person();
        return cookie(request, Preferences.LANGUAGE)
                .map(Locale::forLanguageTag)
                .orElse(person == null ? request.getLocale() : person.locale());
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static @Nullable String storeId(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                ? (String) variables.get("store")
                : null;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
