package app.rotina.sources.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a tap says it has come: Singer's last state, or Airbyte's, of which the last of each
 * stream counts. Given back to the tap, it goes on from there.
 */
final class Bookmarks {
    private final Map<String, JsonNode> byStream = new LinkedHashMap<>();
    private @Nullable JsonNode whole;

    void note(JsonNode message) {
        if (!message.path("type").asString("").equals("STATE")) {
            return;
        }
        JsonNode state = message.path("state");
        boolean singer = message.has("value");
        if (singer || (state.has("data") && !state.has("stream"))) {
            whole = singer ? message.path("value") : state.path("data");
        } else if (state.isObject()) {
            String stream = state.path("stream").path("stream_descriptor").toString();
            if (byStream.size() < Limits.STREAMS || byStream.containsKey(stream)) {
                byStream.put(stream, state);
            }
        }
    }

    /** As JSON; null: it said nothing. */
    @Nullable String text() {
        if (byStream.isEmpty()) {
            return whole == null ? null : whole.toString();
        }
        return JsonMapper.shared().createArrayNode().addAll(byStream.values()).toString();
    }
}
