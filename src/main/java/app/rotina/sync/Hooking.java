package app.rotina.sync;

import app.rotina.kernel.Definitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a shop tells of what changes, as {@code webhooks} in its connector says it; absence: it does
 * not. A message is signed by the HMAC-SHA256 of its bytes, in Base64.
 *
 * @param signature the header with the signature
 * @param topic the header that says what happened, such as {@code order.updated}
 * @param delivery the header with the message's own number
 * @param idField what of a message tells the record that changed
 * @param ids the parameter for the ids of records that are wanted
 * @param ping what it sends unsigned to see whether anybody is there, as a pattern
 * @param streams the first word of a topic → the stream its records come by
 * @param topics what is to be chosen in the shop
 */
record Hooking(
        String signature,
        String topic,
        String delivery,
        String idField,
        String ids,
        String ping,
        Map<String, String> streams,
        List<String> topics) {
    /** Empty where its connector says nothing of it. */
    static Optional<Hooking> of(JsonNode connector) {
        return Optional.ofNullable(connector.get("webhooks")).map(Hooking::read);
    }

    private static Hooking read(JsonNode yaml) {
        return new Hooking(
                yaml.path("signature").asString(),
                yaml.path("topic").asString(),
                yaml.path("delivery").asString(),
                yaml.path("id").asString(),
                yaml.path("ids").asString(),
                yaml.path("ping").asString(),
                Definitions.texts(yaml.path("streams")),
                Definitions.words(yaml.path("topics")));
    }
}
