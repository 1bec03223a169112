package app.rotina.sync;

import app.rotina.kernel.Definitions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How the owner of a shop agrees to our reading it, as {@code consent} in its connector says it:
 * OAuth 2's authorization code (RFC 6749) with a proof of who began (RFC 7636).
 *
 * @param authorise the page where the owner agrees; {@code {field}} stands for a field
 * @param params what that page is told besides the standard's own
 * @param form what is sent for the first tokens; {@code {code}}, {@code {return}} and {@code
 *     {verifier}} stand for what is known by then
 * @param account what the answer says of whose shop it is: field → name in the answer
 */
record Consent(
        String authorise,
        Map<String, String> params,
        Map<String, String> form,
        Map<String, String> account) {

    /** Empty where its connector says nothing of it. */
    static Optional<Consent> of(JsonNode connector) {
        return Optional.ofNullable(connector.get("consent")).map(Consent::read);
    }

    private static Consent read(JsonNode yaml) {
        return new Consent(
                yaml.path("authorise").asString(),
                Definitions.texts(yaml.path("params")),
                Definitions.texts(yaml.path("form")),
                Definitions.texts(yaml.path("account")));
    }

    /**
     * Where the owner's browser is sent.
     *
     * @param said by field
     * @param state a word that the answer has to bring back
     * @param challenge what only who knows its origin can answer
     */
    URI address(Map<String, String> said, String state, String challenge) {
        Map<String, String> all = new TreeMap<>();
        params.forEach((name, value) -> all.put(name, Auth.filled(value, said)));
        all.put("response_type", "code");
        all.put("state", state);
        all.put("code_challenge", challenge);
        all.put("code_challenge_method", "S256");
        return URI.create(
                Auth.filled(authorise, said)
                        + all.entrySet().stream()
                                .map(each -> each.getKey() + "=" + OAuth.encoded(each.getValue()))
                                .collect(Collectors.joining("&", "?", "")));
    }
}
