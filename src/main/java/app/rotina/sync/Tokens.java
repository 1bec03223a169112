package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The tokens of a connection while a pull lasts: the first question gets one, and where it is no
 * longer taken another is got. What the answer gives to ask with the next time is kept before the
 * token is used, since what it was got with may have been good for once only.
 */
final class Tokens implements Auth {
    private static final String ACCESS = "access_token";

    private final Auth.Token style;
    private final Map<String, String> said;
    private final Fetcher fetcher;
    private final Learned learned;
    private String token = "";

    /**
     * @param said by field, secret or not
     * @param learned keeps fields of another value durably
     */
    Tokens(Auth.Token style, Map<String, String> said, Fetcher fetcher, Learned learned) {
        this.style = style;
        this.said = new TreeMap<>(said);
        this.fetcher = fetcher;
        this.learned = learned;
    }

    @Override
    public Map<String, String> headers(URI address) {
        if (token.isEmpty()) {
            get();
        }
        Map<String, String> headers = Auth.headers(style.also(), said);
        headers.put(style.name(), style.before() + token);
        return headers;
    }

    @Override
    public boolean renew() {
        get();
        return true;
    }

    private void get() {
        JsonNode answer = answer(style, style.form(), said, fetcher);
        Map<String, String> other = new TreeMap<>();
        style.kept().forEach((field, name) -> other.put(field, answer.path(name).asString("")));
        other.values().removeIf(String::isEmpty);
        if (!other.isEmpty()) {
            said.putAll(other);
            learned.secrets(Map.copyOf(other));
        }
        noteScopes(answer.path("scope").asString(""));
        token = answer.path(ACCESS).asString();
    }

    /** Where the answer says what the token is for, what is wished for and not among it. */
    private void noteScopes(String given) {
        if (!given.isEmpty()) {
            Set<String> lacks = new TreeSet<>(style.wished());
            lacks.removeAll(Set.of(given.split("[ ,]+", -1)));
            learned.lacks(lacks);
        }
    }

    /**
     * What is answered where tokens are got; it has one.
     *
     * @param form what is sent there
     */
    static JsonNode answer(
            Auth.Token style, Map<String, String> form, Map<String, String> said, Fetcher fetcher) {
        Map<String, String> all =
                style.assertion().map(each -> each.on(said, fetcher.now())).orElse(said);
        URI address = address(Auth.filled(style.token(), all));
        String body =
                new TreeMap<>(form)
                        .entrySet().stream()
                                .map(each ->
                                        each.getKey()
                                                + "="
                                                + OAuth.encoded(Auth.filled(each.getValue(), all)))
                                .collect(Collectors.joining("&"));
        JsonNode answer = fetcher.page(Question.form(address, body, style.shown(all))).body();
        if (answer.path(ACCESS).asString("").isEmpty()) {
            throw new RotinaException(Problem.PULL_NOT_JSON, String.valueOf(address.getHost()));
        }
        return answer;
    }

    private static URI address(String written) {
        try {
            return new URI(written);
        } catch (URISyntaxException e) {
            throw new RotinaException(Problem.OUTGOING_ADDRESS, e, "token");
        }
    }
}
