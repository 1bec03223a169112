package app.rotina.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Shows who asks. */
interface Auth {
    Auth NONE = address -> Map.of();

    Map<String, String> headers(URI address);

    /** Gets what is shown anew; false where that is of no use. */
    default boolean renew() {
        return false;
    }

    /** How a service wants to be shown who asks. */
    sealed interface Style {}

    /**
     * Name and password over TLS; without TLS a signature (OAuth 1.0a), so that neither is seen.
     *
     * @param user the field with the name
     * @param password the field with the password
     */
    record WooCommerce(String user, String password) implements Style {}

    /**
     * A key in a header.
     *
     * @param before what stands before the key, such as {@code bearer}
     * @param field the field with the key
     * @param also headers besides it; {@code {field}} stands for a field
     */
    record Header(String name, String before, String field, Map<String, String> also)
            implements Style {}

    /**
     * A token in a header that lasts for some hours, and is got for what was said when connecting
     * (OAuth 2).
     *
     * @param token where it is got
     * @param user by what name we ask there, and {@code password} shows that it is us; empty: what
     *     is sent shows it
     * @param form what is sent there; {@code {field}} stands for a field, secret or not
     * @param kept fields that the answer replaces: field → name in the answer; they are kept before
     *     the token is used
     * @param also headers besides the token's; {@code {field}} stands for a field, and one without
     *     a value is left out
     * @param assertion what signs for the token; empty: nothing does
     * @param wished rights without which less comes
     */
    record Token(
            String name,
            String before,
            String token,
            String user,
            String password,
            Map<String, String> form,
            Map<String, String> kept,
            Map<String, String> also,
            Optional<Assertion> assertion,
            Set<String> wished)
            implements Style {

        /** Who asks where tokens are got. */
        Auth shown(Map<String, String> said) {
            return user.isEmpty()
                    ? NONE
                    : address ->
                            Map.of(
                                    "Authorization",
                                    basic(filled(user, said), filled(password, said)));
        }
    }

    /** Headers with what was said in the place of their fields, but for those without a value. */
    static Map<String, String> headers(Map<String, String> texts, Map<String, String> said) {
        Map<String, String> headers = new TreeMap<>();
        texts.forEach((name, text) -> headers.put(name, filled(text, said)));
        headers.values().removeIf(String::isEmpty);
        return headers;
    }

    /** With what was said in the place of its fields. */
    static String filled(String text, Map<String, String> said) {
        String filled = text;
        for (Map.Entry<String, String> each : said.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    static Auth woocommerce(String user, String password, Supplier<OAuth.Moment> moments) {
        return address -> Map.of("Authorization", signed(user, password, address, moments));
    }

    private static String signed(
            String user, String password, URI address, Supplier<OAuth.Moment> moments) {
        return "https".equalsIgnoreCase(address.getScheme())
                ? basic(user, password)
                : new OAuth(user, password).header("GET", address, moments.get());
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
