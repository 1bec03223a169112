package app.rotina.sync;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A message that a platform of tests sends to say what changed. */
record Told(String body, Map<String, String> headers) {

    /** With its signature in this header. */
    Told signed(String header, Hooking.Written written, String secret) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(header, Hooks.signature(secret, written, bytes()));
        return new Told(body, all);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
