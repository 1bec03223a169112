package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The tokens of a connection while a pull lasts: the first question gets one, and where it is no
 * longer taken another is got. What the answer gives to ask with the next time is kept before the
 * token is used, since what it was got with may have been good for once only.
 */
final class Tokens implements Auth {
    private final Auth.Token style;
    private final Map<String, String> said;
    private final Fetcher fetcher;
    private final Consumer<Map<String, String>> keep;
    private String token = "";

    /**
     * @param said by field, secret or not
     * @param keep keeps fields of another value durably
     */
    Tokens(
            Auth.Token style,
            Map<String, String> said,
            Fetcher fetcher,
            Consumer<Map<String, String>> keep) {
        this.style = style;
        this.said = new TreeMap<>(said);
        this.fetcher = fetcher;
        this.keep = keep;
    }

    @Override
    public Map<String, String> headers(URI address) {
        if (token.isEmpty()) {
            get();
        }
        return Map.of(style.name(), style.before() + token);
    }

    @Override
    public boolean renew() {
        get();
        return true;
    }

    private void get() {
        URI address = URI.create(Auth.filled(style.token(), said));
        JsonNode answer = answer(address);
        String got = answer.path("access_token").asString("");
        if (got.isEmpty()) {
            throw new RotinaException(Problem.PULL_NOT_JSON, address.getHost());
        }
        Map<String, String> other = new TreeMap<>();
        style.kept().forEach((field, name) -> other.put(field, answer.path(name).asString("")));
        other.values().removeIf(String::isEmpty);
        if (!other.isEmpty()) {
            said.putAll(other);
            keep.accept(Map.copyOf(other));
        }
        token = got;
    }

    private JsonNode answer(URI address) {
        String form =
                new TreeMap<>(style.form())
                        .entrySet().stream()
                                .map(each ->
                                        each.getKey()
                                                + "="
                                                + OAuth.encoded(Auth.filled(each.getValue(), said)))
                                .collect(Collectors.joining("&"));
        return fetcher.page(Question.form(address, form)).body();
    }
}
