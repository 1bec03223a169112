package app.rotina.outgoing;

import java.net.URI;
import java.util.Map;

/**
 * A request to an address outside.
 *
 * @param headers by name, each with one value
 * @param body sent in UTF-8; empty: none
 */
public record Call(String method, URI address, Map<String, String> headers, String body) {

    public static Call get(URI address, Map<String, String> headers) {
        return new Call("GET", address, headers, "");
    }

    public static Call post(URI address, Map<String, String> headers, String body) {
        return new Call("POST", address, headers, body);
    }
}
