package app.rotina.sync;

import app.rotina.kernel.Definitions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How what a source has is counted by day, as {@code reconcile} in its connector says it; absence:
 * the source cannot say.
 *
 * @param days how many days back, up to yesterday
 * @param from the parameter for the time its records were made after
 * @param to the parameter for the time its records were made before
 * @param names the fields of a record that are compared
 * @param without the source's words for records that count for nothing
 * @param stream the stream that a record is fetched anew by
 * @param ids the parameter for the ids of records that are wanted
 * @param gone what a record that is gone for good becomes, field by field
 */
record Counting(
        int days,
        String path,
        Map<String, String> params,
        String from,
        String to,
        Names names,
        Set<String> without,
        String stream,
        String ids,
        Map<String, String> gone) {
    /**
     * Names of fields.
     *
     * @param key what the record is known by here
     */
    record Names(String key, String made, String changed, String amount, String status) {}

    /** Empty where its connector says nothing of it. */
    static Optional<Counting> of(JsonNode connector) {
        return Optional.ofNullable(connector.get("reconcile")).map(Counting::read);
    }

    private static Counting read(JsonNode yaml) {
        return new Counting(
                yaml.path("days").asInt(),
                yaml.path("path").asString(),
                Definitions.texts(yaml.path("params")),
                yaml.path("from").asString(),
                yaml.path("to").asString(),
                new Names(
                        yaml.path("key").asString(),
                        yaml.path("made").asString(),
                        yaml.path("changed").asString(),
                        yaml.path("amount").asString(),
                        yaml.path("status").asString()),
                Set.copyOf(Definitions.words(yaml.path("without"))),
                yaml.path("stream").asString(),
                yaml.path("ids").asString(),
                Definitions.texts(yaml.path("gone")));
    }
}
