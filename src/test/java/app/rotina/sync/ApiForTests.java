package app.rotina.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A service's API as strict, and as moody, as real ones: it answers to the token it gave last and
 * to no other, gives one for exactly what was agreed, and keeps people waiting. What it holds, and
 * how it wants to be asked, is its platform's.
 */
public final class ApiForTests implements AutoCloseable {
    public static final String SECRET = "canary_5b0e77d1c4";

    private final HttpServer server;
    private final Platform platform;
    private int given;
    private boolean taken;
    int requests;
    int busyEvery;
    boolean revoked;
    boolean closedForMaintenance;
    Runnable afterEachPage = () -> {};

    /** What is particular about a service. */
    public interface Platform {
        /** The one token that there is; absence: tokens are got, and end. */
        default Optional<String> token() {
            return Optional.empty();
        }

        /** Where its owner agrees; absence: what is sent is enough. */
        default Optional<ConsentForTests> consent() {
            return Optional.empty();
        }

        /** What is sent for a token; a {@code refresh_token} is good for one alone. */
        Map<String, String> form();

        String tokenPath();

        /** Whether this is sent for a token as agreed. */
        default boolean isAgreed(Map<String, String> sent, Map<String, String> wanted) {
            return sent.equals(wanted);
        }

        /** What a token is for; empty: the answer does not say. */
        default String scope() {
            return "";
        }

        /** Whether a refresh token is good for once, and another comes with each token. */
        default boolean givesRefreshTokens() {
            return form().containsKey("refresh_token");
        }

        String header();

        String before();

        Reply answer(Asked asked);
    }

    public record Asked(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            String body,
            String query) {

        /** All values of a parameter that may be said more than once. */
        List<String> all(String name) {
            return Arrays.stream(query.split("&", -1))
                    .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                    .filter(each -> each.startsWith(name + "="))
                    .map(each -> each.substring(name.length() + 1))
                    .toList();
        }
    }

    public record Reply(int status, String body, Map<String, String> headers) {

        static Reply of(String body) {
            return new Reply(200, body, Map.of());
        }
    }

    public ApiForTests(Platform platform) {
        this.platform = platform;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The token in use ends before its time. */
    synchronized void expire() {
        taken = false;
    }

    int tokens() {
        return given;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            call.getRequestHeaders().forEach((name, all) -> headers.put(name, all.getFirst()));
            String query = call.getRequestURI().getRawQuery();
            Reply reply =
                    reply(
                            new Asked(
                                    call.getRequestMethod(),
                                    call.getRequestURI().getPath(),
                                    pairs(query == null ? "" : query),
                                    headers,
                                    body,
                                    query == null ? "" : query));
            reply.headers().forEach(call.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    private Reply reply(Asked asked) {
        requests++;
        if (closedForMaintenance) {
            return Reply.of("<!doctype html><title>Maintenance</title>");
        }
        if (busyEvery > 0 && requests % busyEvery == 0) {
            return new Reply(429, "{}", Map.of("Retry-After", "0"));
        }
        if (asked.path().equals(platform.tokenPath())) {
            return platform.consent()
                    .map(consent -> token(consent, asked))
                    .orElseGet(() -> token(asked));
        }
        if (platform.consent().filter(each -> each.page.equals(asked.path())).isPresent()) {
            return platform.consent().orElseThrow().authorise(asked);
        }
        String shown = asked.headers().getOrDefault(platform.header(), "");
        boolean good = taken || platform.token().isPresent();
        String token = platform.token().orElse("token-" + given);
        if (revoked || !good || !shown.equals(platform.before() + token)) {
            return new Reply(401, "{\"errors\":\"" + SECRET + "\"}", Map.of());
        }
        Reply reply = platform.answer(asked);
        afterEachPage.run();
        return reply;
    }

    /** What its owner agreed to gets a token, with what was given last. */
    private Reply token(ConsentForTests consent, Asked asked) {
        if (revoked || !consent.takes(pairs(asked.body()), asked.headers(), refresh())) {
            return new Reply(400, "{\"error\":\"invalid_grant\"}", Map.of());
        }
        given++;
        taken = true;
        return Reply.of(
                "{\"access_token\":\"token-"
                        + given
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":21600"
                        + consent.given(refresh())
                        + "}");
    }

    /** Only the form agreed upon gets a token, with the refresh token that was given last. */
    private Reply token(Asked asked) {
        Map<String, String> wanted = new HashMap<>(platform.form());
        boolean once = platform.givesRefreshTokens();
        if (once && given > 0) {
            wanted.put("refresh_token", refresh());
        }
        if (revoked || !platform.isAgreed(pairs(asked.body()), wanted)) {
            return new Reply(400, "{\"error\":\"invalid_grant\"}", Map.of());
        }
        given++;
        taken = true;
        String refresh = once ? ",\"refresh_token\":\"" + refresh() + "\"" : "";
        String scope = platform.scope().isEmpty() ? "" : ",\"scope\":\"" + platform.scope() + "\"";
        return Reply.of(
                "{\"access_token\":\"token-%d\",\"expires_in\":21600%s%s}"
                        .formatted(given, refresh, scope));
    }

    String refresh() {
        return SECRET + "-" + given;
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> all = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                all.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
