package app.rotina.sync;

import app.rotina.kernel.Definitions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How a shop tells of what changes, as {@code webhooks} in its connector says it; absence: it does
 * not. A message is signed by the HMAC-SHA256 of its bytes; where a shop signs nothing, the address
 * that it is told at is the secret.
 *
 * @param signature the header with the signature; empty: it signs nothing
 * @param signed how it is written
 * @param secret the field of the connection that has the secret it is signed with; empty: one that
 *     we make for it
 * @param topic what says what happened, such as {@code order.updated}: a header, or a field of the
 *     message
 * @param delivery the header with the message's own number; empty: it has none
 * @param idField what of a message tells the record that changed; names with points between
 * @param id what of that is its id, as the first group of a pattern
 * @param only what a message has to say to be for this connection: field → text, in which {@code
 *     {field}} stands for one of the connection's that is not secret
 * @param ids the parameter for the ids of records that are wanted, where a list is asked for them
 * @param ping what it sends unsigned to see whether anybody is there, as a pattern
 * @param streams the first word of a topic → the stream its records come by
 * @param topics what is to be chosen in the shop
 * @param order how the shop is told what to tell; empty: somebody enters it there
 */
record Hooking(
        String signature,
        Written signed,
        String secret,
        Topic topic,
        String delivery,
        String idField,
        Pattern id,
        Map<String, String> only,
        String ids,
        String ping,
        Map<String, String> streams,
        List<String> topics,
        Optional<Order> order) {
    private static final String UNSIGNED = "none";

    /** How a signature is written. */
    enum Written {
        BASE64,
        HEX,
        /** As hexadecimal digits, behind the name of what made it. */
        SHA256_HEX;

        String of(byte[] signature) {
            return switch (this) {
                case BASE64 -> Base64.getEncoder().encodeToString(signature);
                case HEX -> HexFormat.of().formatHex(signature);
                case SHA256_HEX -> "sha256=" + HEX.of(signature);
            };
        }
    }

    boolean isSigned() {
        return !signature.isEmpty();
    }

    /** Whether somebody enters a secret in the shop that we make for it. */
    boolean wantsSecret() {
        return isSigned() && secret.isEmpty() && order.isEmpty();
    }

    /** Where a message says what happened; one of both is empty. */
    record Topic(String header, String body) {

        /** The stream that its records come by starts with it. */
        static String first(String topic) {
            return topic.split("[./]", 2)[0];
        }
    }

    /**
     * How a shop is told what to tell, topic by topic.
     *
     * @param body what is sent, in which {@code {topic}} and {@code {hook}} stand for what to tell
     *     and where
     * @param made what stands in the answer where it will
     * @param told what it was told before
     */
    record Order(String path, String body, String made, Ordered told) {

        String of(String topic, String address) {
            return body.replace("{topic}", topic).replace("{hook}", address);
        }
    }

    /**
     * What a shop was told to tell, as it lists it, and how it is taken back.
     *
     * @param id what tells one of them from others
     * @param address where it says where it tells
     * @param path what is removed, in which {@code {id}} stands for its id; empty: a body is sent
     * @param body what is sent, in which {@code {id}} stands for its id
     * @param done what stands in the answer where it is taken back; empty: its status says it
     */
    record Ordered(
            Connector.Listing listing,
            String id,
            String address,
            String path,
            String body,
            String done) {

        /** True where it is taken back. */
        boolean isTakenBack(Site site, String one) {
            if (body.isEmpty()) {
                site.remove(path.replace("{id}", one));
                return true;
            }
            JsonNode answer = site.done("", body.replace("{id}", one));
            return done.isEmpty() || !Site.at(answer, done).asString("").isEmpty();
        }
    }

    /** Empty where its connector says nothing of it. */
    static Optional<Hooking> of(JsonNode connector) {
        return Optional.ofNullable(connector.get("webhooks")).map(Hooking::read);
    }

    private static Hooking read(JsonNode yaml) {
        JsonNode signature = yaml.path("signature");
        if (!signature.path("header").isString() && !signature.asString("").equals(UNSIGNED)) {
            throw new IllegalStateException("webhooks: signature is a header, or none");
        }
        JsonNode topic = yaml.path("topic");
        return new Hooking(
                signature.path("header").asString(""),
                Written.valueOf(signature.path("as").asString("hex").toUpperCase(Locale.ROOT)),
                signature.path("secret").asString(""),
                new Topic(topic.path("header").asString(""), topic.path("body").asString("")),
                yaml.path("delivery").asString(""),
                yaml.path("id").asString(),
                Pattern.compile(yaml.path("id_in").asString("([\\w/:.-]{1,100})")),
                Definitions.texts(yaml.path("only")),
                yaml.path("ids").asString(""),
                yaml.path("ping").asString(""),
                Definitions.texts(yaml.path("streams")),
                Definitions.words(yaml.path("topics")),
                Optional.ofNullable(yaml.get("order")).map(Hooking::order));
    }

    private static Order order(JsonNode yaml) {
        return new Order(
                yaml.path("path").asString(""),
                yaml.path("body").asString(),
                yaml.path("made").asString(),
                ordered(yaml.path("told"), yaml.path("cancel")));
    }

    private static Ordered ordered(JsonNode told, JsonNode cancel) {
        return new Ordered(
                Connectors.listing(told),
                told.path("id").asString(),
                told.path("address").asString(),
                cancel.path("path").asString(""),
                cancel.path("body").asString(""),
                cancel.path("done").asString(""));
    }
}
