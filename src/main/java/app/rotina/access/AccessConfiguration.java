package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Keys;
import app.rotina.state.Sessions;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before every route. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /**
     * A forged request carries the browser's cookies but can show no token. The API lets nobody in
     * without either; the forms of the pages are guarded before there is a session, too.
     */
    private static final RequestMatcher FORGEABLE =
            request ->
                    !AccessRule.READS.contains(request.getMethod())
                            && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            && (CallerFilter.sessionSecret(request).isPresent()
                                    || !request.getRequestURI().startsWith("/api/"));

    private final AccessRule rule;
    private final Arguments arguments;

    AccessConfiguration(AccessRule rule, Arguments arguments) {
        this.rule = rule;
        this.arguments = arguments;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rule);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments);
    }

    @Bean
    SecurityFilterChain gate(
            HttpSecurity http,
            Sessions sessions,
            Keys keys,
            LocalToken localToken,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return http.addFilterBefore(new CallerFilter(sessions, keys, localToken), CsrfFilter.class)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfCookie())
                                .requireCsrfProtectionMatcher(FORGEABLE))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                // which role a route needs is said at the route; AccessRule asks for it
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .exceptionHandling(handling ->
                        handling.accessDeniedHandler((request, response, e) ->
                                errors.resolveException(
                                        request,
                                        response,
                                        null,
                                        new RotinaException(Problem.FORM_EXPIRED, e))))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return repository;
    }
}
