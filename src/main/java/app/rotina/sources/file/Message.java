package app.rotina.sources.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a file of streams, in Singer's form or in Airbyte's: a record of a stream, or
 * something else that is said about the pull.
 *
 * @param stream absence: it is no record
 */
record Message(@Nullable String stream, JsonNode record) {
    private static final String RECORD = "RECORD";
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(Limits.MESSAGE_DEPTH)
                                                    .maxNumberLength(200)
                                                    .maxStringLength(Limits.MESSAGE_BYTES)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Of a line's bytes; null: it is no message. */
    static @Nullable Message of(byte[] line) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JacksonException e) {
            return null;
        }
        String type = text(node.path("type"));
        if (!node.isObject() || type.isEmpty()) {
            return null;
        }
        return type.equals(RECORD) ? record(node) : new Message(null, node);
    }

    private static @Nullable Message record(JsonNode node) {
        JsonNode record = node.path("record");
        if (node.path("stream").isString() && record.isObject()) {
            return new Message(node.path("stream").asString(), record);
        }
        JsonNode content = record.path("data");
        return record.path("stream").isString() && content.isObject()
                ? new Message(record.path("stream").asString(), content)
                : null;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }
}
