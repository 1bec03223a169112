package app.rotina.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/** Shows who asks. */
final class Auth {
    private final Style style;
    private final Map<String, String> secrets;
    private final Supplier<OAuth.Moment> moments;

    /** How a service wants to be shown who asks. */
    enum Kind {
        /**
         * Name and password over TLS; without TLS a signature (OAuth 1.0a), so that neither is
         * seen.
         */
        WOOCOMMERCE
    }

    /**
     * @param user the field with the name
     * @param password the field with the password
     */
    record Style(Kind kind, String user, String password) {}

    Auth(Style style, Map<String, String> secrets, Supplier<OAuth.Moment> moments) {
        this.style = style;
        this.secrets = secrets;
        this.moments = moments;
    }

    Map<String, String> headers(URI address) {
        String user = secrets.getOrDefault(style.user(), "");
        String password = secrets.getOrDefault(style.password(), "");
        return switch (style.kind()) {
            case WOOCOMMERCE ->
                    Map.of(
                            "Authorization",
                            "https".equalsIgnoreCase(address.getScheme())
                                    ? basic(user, password)
                                    : new OAuth(user, password)
                                            .header("GET", address, moments.get()));
        };
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
