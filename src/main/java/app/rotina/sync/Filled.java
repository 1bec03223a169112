package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;

/** A connector's fields, filled with what somebody said; what is so anyway is not kept. */
final class Filled {
    private static final String ADDRESS = "address";

    private Filled() {}

    /** What is not secret, by field. */
    static Map<String, String> settings(Connector connector, Map<String, String> said) {
        return chosen(connector, said, false);
    }

    /** What is secret, by field. */
    static Map<String, String> secrets(Connector connector, Map<String, String> said) {
        return chosen(connector, said, true);
    }

    /** What is secret from now on: what nobody says anew stays as it was. */
    static Map<String, String> secrets(
            Connector connector, Map<String, String> said, Map<String, String> kept) {
        Map<String, String> whole = new HashMap<>(kept);
        said.forEach((field, value) -> {
            if (!value.isBlank()) {
                whole.put(field, value);
            }
        });
        Map<String, String> all = new HashMap<>(kept);
        all.putAll(secrets(connector, whole));
        return all;
    }

    private static Map<String, String> chosen(
            Connector connector, Map<String, String> said, boolean secret) {
        Map<String, String> chosen = new HashMap<>();
        for (Connector.Field field : connector.fields()) {
            if (field.secret() == secret && (field.isNeeded() || isSaid(field, said))) {
                chosen.put(field.name(), required(field, said));
                chosen.remove(field.name(), field.otherwise());
            }
        }
        return chosen;
    }

    private static boolean isSaid(Connector.Field field, Map<String, String> said) {
        return !said.getOrDefault(field.name(), "").isBlank();
    }

    private static String required(Connector.Field field, Map<String, String> said) {
        String value = field.plain(said.getOrDefault(field.name(), ""));
        if (value.isEmpty()) {
            throw new RotinaException(Problem.CONNECTION_FIELD, field.name());
        }
        return field.name().equals(ADDRESS) ? address(value) : value;
    }

    /** Without what is no part of where a shop is: a query, a fragment, a final slash. */
    private static String address(String written) {
        String whole = written.contains("://") ? written : "https://" + written;
        try {
            URI address = new URI(whole);
            String path = address.getRawPath() == null ? "" : address.getRawPath();
            return address.getScheme()
                    + "://"
                    + address.getRawAuthority()
                    + path.replaceFirst("/+$", "");
        } catch (URISyntaxException e) {
            throw new RotinaException(Problem.OUTGOING_ADDRESS, e, ADDRESS);
        }
    }
}
