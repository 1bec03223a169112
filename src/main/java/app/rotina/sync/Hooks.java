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
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where shops tell of what changes. A message is believed where it is signed, and kept before it is
 * answered. It says which record changed; what that record is now, the shop is asked for.
 */
@Service
public class Hooks {
    /** The most bytes of a message. */
    public static final int MOST_BYTES = 2 << 20;

    private static final String ALGORITHM = "HmacSHA256";

    private final SourceHooks hooks;
    private final SourceConnections connections;

    Hooks(SourceHooks hooks, SourceConnections connections) {
        this.hooks = hooks;
        this.connections = connections;
    }

    public List<String> topics(Store store, long id) {
        return topics(connections.find(store.id(), id));
    }

    /** The topics to be chosen in the shop; empty: it does not tell of what changes. */
    public List<String> topics(Connection connection) {
        return Connectors.of(connection.connector())
                .hooking()
                .map(Hooking::topics)
                .orElse(List.of());
    }

    /** Makes an address and a secret; those before open nothing any more. */
    public Fresh renew(Store store, long id) {
        Connection connection = connections.find(store.id(), id);
        if (topics(connection).isEmpty()) {
            throw new RotinaException(Problem.HOOK_UNKNOWN);
        }
        return hooks.renew(connection);
    }

    public void close(Store store, long id) {
        hooks.close(connections.find(store.id(), id));
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
        Signed told = hooks.at(path).orElseThrow(() -> new RotinaException(Problem.HOOK_UNKNOWN));
        Hooking hooking = Connectors.of(told.connection().connector()).hooking().orElseThrow();
        if (isPing(hooking, body)) {
            return;
        }
        String signature = said(headers, hooking.signature());
        requireSigned(told, signature, body);
        String topic = said(headers, hooking.topic());
        @Nullable String stream = hooking.streams().get(topic.split("\\.", 2)[0]);
        if (stream != null) {
            String delivery = said(headers, hooking.delivery()) + "\n" + topic + "\n" + signature;
            String word = topic.matches("[a-z_.]{1,60}") ? topic : stream;
            hooks.keep(
                    told.connection(),
                    new Notice(delivery, word, stream, record(body, hooking.idField())));
        }
    }

    private static String said(Function<String, @Nullable String> headers, String name) {
        @Nullable String value = headers.apply(name);
        return value == null ? "" : value;
    }

    private static boolean isPing(Hooking hooking, byte[] body) {
        return body.length < 100
                && new String(body, StandardCharsets.UTF_8).matches(hooking.ping());
    }

    private static void requireSigned(Signed told, String signature, byte[] body) {
        byte[] right = signature(told.secret(), body).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new RotinaException(Problem.HOOK_UNSIGNED);
        }
    }

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String record(byte[] body, String field) {
        try {
            JsonNode id = JsonMapper.shared().readTree(body).path(field);
            String text = id.isValueNode() ? id.asString("") : "";
            if (text.matches("[\\w/:.-]{1,100}")) {
                return text;
            }
            throw new RotinaException(Problem.BAD_ARGUMENT, field);
        } catch (JacksonException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, field);
        }
    }
}
