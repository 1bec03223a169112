package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceHooks;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.state.SourceHooks.Notice;
import app.rotina.state.SourceHooks.Open;
import app.rotina.state.SourceHooks.Signed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where shops tell of what changes. A message is believed where it is signed, or where it came to
 * an address that only the shop knows, and kept before it is answered. It says which record
 * changed; what that record is now, the shop is asked for.
 */
@Service
public class Hooks {
    /** The most bytes of a message. */
    public static final int MOST_BYTES = 2 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);
    private static final String PATH = "/api/hooks/";
    private static final String ALGORITHM = "HmacSHA256";

    private final SourceHooks hooks;
    private final SourceConnections connections;
    private final Sync sync;

    Hooks(SourceHooks hooks, SourceConnections connections, Sync sync) {
        this.hooks = hooks;
        this.connections = connections;
        this.sync = sync;
    }

    public List<String> topics(Store store, long id) {
        return topics(connections.find(store.id(), id));
    }

    /** False where the shop was told the address by us. */
    public boolean isEntered(Connection connection) {
        return of(connection.connector()).order().isEmpty();
    }

    /** The topics to be chosen in the shop; empty: it does not tell of what changes. */
    public List<String> topics(Connection connection) {
        return Connectors.of(connection.connector())
                .hooking()
                .map(Hooking::topics)
                .orElse(List.of());
    }

    /**
     * Makes an address and a secret; those before open nothing any more.
     *
     * @param own our path → the address that others reach it at
     * @return without a secret where nobody enters one in the shop
     */
    public Fresh renew(Store store, long id, UnaryOperator<String> own) {
        Connection connection = connections.find(store.id(), id);
        Hooking hooking = of(connection.connector());
        if (!hooking.secret().isEmpty() && secret(connection, hooking).isEmpty()) {
            throw new RotinaException(Problem.CONNECTION_FIELD, hooking.secret());
        }
        boolean stray =
                hooking.order().isPresent()
                        && !isTakenBack(connection, connections.secrets(connection));
        return open(connection, hooking, own, stray);
    }

    private Fresh open(
            Connection connection, Hooking hooking, UnaryOperator<String> own, boolean stray) {
        Fresh fresh = hooks.renew(connection, stray);
        try {
            String address = own.apply(PATH + fresh.path());
            hooking.order().ifPresent(order -> order(connection, hooking, order, address));
        } catch (RotinaException e) {
            var _ = close(connection);
            throw e;
        }
        return hooking.wantsSecret() ? fresh : new Fresh(fresh.path(), "");
    }

    /**
     * Gives a connection other keys. A shop that we told what to tell is told anew with them, and
     * takes back what it was told before, by the keys it had or by the new ones.
     */
    void rekey(Connection connection, Map<String, String> now, UnaryOperator<String> own) {
        Optional<Hooking> ordered =
                of(connection)
                        .flatMap(any -> Connectors.of(connection.connector()).hooking())
                        .filter(each -> each.order().isPresent());
        boolean stray =
                ordered.isPresent()
                        && !isTakenBack(connection, connections.secrets(connection))
                        && !isTakenBack(connection, now);
        connections.reconnect(connection, now);
        try {
            ordered.ifPresent(hooking -> open(connection, hooking, own, stray));
        } catch (RotinaException e) {
            LOG.warn(
                    "{} of {} tells no more: {}",
                    connection.name(),
                    connection.store(),
                    e.getMessage());
        }
    }

    private static Hooking of(String connector) {
        return Connectors.of(connector)
                .hooking()
                .orElseThrow(() -> new RotinaException(Problem.HOOK_UNKNOWN));
    }

    private void order(
            Connection connection, Hooking hooking, Hooking.Order order, String address) {
        Site site = site(connection, connections.secrets(connection));
        for (String topic : hooking.topics()) {
            JsonNode answer = site.done(order.path(), order.of(topic, address));
            if (Site.at(answer, order.made()).asString("").isEmpty()) {
                throw new RotinaException(Problem.PULL_QUESTION, connection.name(), topic);
            }
        }
    }

    private String secret(Connection connection, Hooking hooking) {
        return connections.secrets(connection).getOrDefault(hooking.secret(), "");
    }

    private Site site(Connection connection, Map<String, String> secrets) {
        return sync.hurried(connection, secrets, now -> connections.renew(connection, now));
    }

    /**
     * Takes the address away.
     *
     * @return whether the shop tells no more; else somebody has to see to it there
     */
    public boolean close(Store store, long id) {
        return close(connections.find(store.id(), id));
    }

    boolean close(Connection connection) {
        boolean silent = isTakenBack(connection, connections.secrets(connection));
        hooks.close(connection);
        return silent;
    }

    /** Has the shop take back what it was told to tell; false where it did not, or cannot. */
    private boolean isTakenBack(Connection connection, Map<String, String> secrets) {
        if (of(connection).isEmpty()) {
            return true;
        }
        Optional<Hooking.Ordered> told =
                of(connection.connector()).order().map(Hooking.Order::told);
        try {
            return told.isPresent() && isTakenBack(connection, told.get(), secrets);
        } catch (RotinaException e) {
            LOG.warn(
                    "{} of {} may still tell: {}",
                    connection.name(),
                    connection.store(),
                    e.getMessage());
            return false;
        }
    }

    private boolean isTakenBack(
            Connection connection, Hooking.Ordered told, Map<String, String> secrets) {
        Site site = site(connection, secrets);
        boolean all = true;
        for (JsonNode each : site.few(told.listing())) {
            String address = each.path(told.address()).asString("");
            if (hooks.isOurs(connection, address.substring(address.lastIndexOf('/') + 1))) {
                all &= told.isTakenBack(site, each.path(told.id()).asString(""));
            }
        }
        return all;
    }

    /** Whether the shop may still tell at an address before. */
    public boolean isStray(Store store, long id) {
        return of(connections.find(store.id(), id)).filter(Open::stray).isPresent();
    }

    /** Empty: the connection has no address. */
    public Optional<Open> of(Connection connection) {
        return hooks.of(connection.id());
    }

    /**
     * Takes a message; once this returns it is kept.
     *
     * @param headers what a header says, by its name; nothing where there is none
     */
    public void receive(String path, Function<String, @Nullable String> headers, byte[] body) {
        Signed told = hooks.at(path).orElseThrow(() -> nobody(path));
        Hooking hooking = of(told.connection().connector());
        if (isPing(hooking, body)) {
            return;
        }
        String signature = said(headers, hooking.signature());
        if (hooking.isSigned()) {
            String secret =
                    hooking.secret().isEmpty() ? told.secret() : secret(told.connection(), hooking);
            requireSigned(secret, hooking.signed(), signature, body);
        }
        JsonNode message = read(body);
        String topic = topic(hooking.topic(), headers, message);
        @Nullable String stream = hooking.streams().get(Hooking.Topic.first(topic));
        if (stream != null && isFor(told.connection(), hooking, message)) {
            String record = record(message, hooking);
            String delivery =
                    String.join(
                            "\n",
                            said(headers, hooking.delivery()),
                            topic,
                            hooking.isSigned() ? signature : record);
            String word = topic.matches("[a-z0-9_./]{1,60}") ? topic : stream;
            boolean numbered = !hooking.delivery().isEmpty();
            hooks.keep(told.connection(), new Notice(delivery, numbered, word, stream, record));
        }
    }

    /** An app may be told of several accounts. */
    private static boolean isFor(Connection connection, Hooking hooking, JsonNode message) {
        return hooking.only().entrySet().stream()
                .allMatch(each ->
                        message.path(each.getKey())
                                .asString("")
                                .equals(Auth.filled(each.getValue(), connection.settings())));
    }

    /** A shop that is told that an address is gone need not try again. */
    private RotinaException nobody(String path) {
        return new RotinaException(hooks.isGone(path) ? Problem.HOOK_GONE : Problem.HOOK_UNKNOWN);
    }

    private static String topic(
            Hooking.Topic topic, Function<String, @Nullable String> headers, JsonNode message) {
        return topic.header().isEmpty()
                ? message.path(topic.body()).asString("")
                : said(headers, topic.header());
    }

    private static String said(Function<String, @Nullable String> headers, String name) {
        @Nullable String value = headers.apply(name);
        return value == null ? "" : value;
    }

    private static boolean isPing(Hooking hooking, byte[] body) {
        return body.length < 100
                && !hooking.ping().isEmpty()
                && new String(body, StandardCharsets.UTF_8).matches(hooking.ping());
    }

    private static void requireSigned(
            String secret, Hooking.Written written, String signature, byte[] body) {
        if (secret.isEmpty() || !isSame(signature(secret, written, body), signature)) {
            throw new RotinaException(Problem.HOOK_UNSIGNED);
        }
    }

    private static boolean isSame(String right, String said) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    static String signature(String secret, Hooking.Written written, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return written.of(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, "body");
        }
    }

    private static String record(JsonNode message, Hooking hooking) {
        JsonNode id = Site.at(message, hooking.idField());
        Matcher matcher = hooking.id().matcher(id.isValueNode() ? id.asString("") : "");
        if (matcher.matches()) {
            return matcher.group(1);
        }
        throw new RotinaException(Problem.BAD_ARGUMENT, hooking.idField());
    }
}
