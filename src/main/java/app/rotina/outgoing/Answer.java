package app.rotina.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What came back, whole; as it was sent, also where it is packed. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    public boolean isFine() {
        return status >= 200 && status < 300;
    }

    /** By name in lower case; of several of a name the last. */
    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
