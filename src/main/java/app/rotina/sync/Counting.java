package app.rotina.sync;

import app.rotina.kernel.Definitions;
import app.rotina.sync.Connector.Listing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How what a source has is counted by day, as {@code reconcile} in its connector says it; absence:
 * the source cannot say.
 *
 * @param days how many days back, up to yesterday
 * @param listing how its records are listed; in its parameters {@code {from}} stands for the second
 *     before the first day, and {@code {to}} for the end of the last; {@code {day_before}} and
 *     {@code {day_after}} for the days around them
 * @param names the fields of a record that are compared
 * @param cents how many of an amount's last digits are behind its point
 * @param without the source's words for records that count for nothing
 * @param stream the stream that a record is fetched anew by
 * @param ids the parameter for the ids of records that are wanted, where a list is asked for them
 * @param gone what a record that is gone for good becomes, place by place
 */
record Counting(
        int days,
        Listing listing,
        Names names,
        int cents,
        Set<String> without,
        String stream,
        String ids,
        Map<String, String> gone) {
    /**
     * Places of fields.
     *
     * @param key what the record is known by here
     * @param changed empty: it does not say
     */
    record Names(String key, String made, String changed, String amount, String status) {}

    /** Empty where its connector says nothing of it. */
    static Optional<Counting> of(JsonNode connector) {
        return Optional.ofNullable(connector.get("reconcile")).map(Counting::read);
    }

    private static Counting read(JsonNode yaml) {
        return new Counting(
                yaml.path("days").asInt(),
                Connectors.listing(yaml),
                new Names(
                        yaml.path("key").asString(),
                        yaml.path("made").asString(),
                        yaml.path("changed").asString(""),
                        yaml.path("amount").asString(),
                        yaml.path("status").asString()),
                yaml.path("cents").asInt(0),
                Set.copyOf(Definitions.words(yaml.path("without"))),
                yaml.path("stream").asString(),
                yaml.path("ids").asString(""),
                Definitions.texts(yaml.path("gone")));
    }
}
