package app.rotina.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store's own 256-bit secret. It turns contacts into tokens and seals what must stay private;
 * once it is destroyed, neither can be turned back. It knows the people who were forgotten by marks
 * alone, so that a file that names them again does not bring them back.
 */
public final class StoreKey {
    private static final String ANYWHERE = "";

    private final byte[] tokenKey;
    private final Seal seal;
    private final byte[] markKey;
    private final Set<String> forgotten;

    public StoreKey(byte[] secret) {
        this(secret, Set.of());
    }

    /**
     * @param forgotten the marks of those who were forgotten
     */
    public StoreKey(byte[] secret, Set<String> forgotten) {
        this.tokenKey = mac(secret, "rotina token");
        this.seal = new Seal(mac(secret, "rotina seal"));
        this.markKey = mac(secret, "rotina forgotten");
        this.forgotten = Set.copyOf(forgotten);
    }

    /** A new secret, to be kept where only this installation reads it. */
    public static byte[] newSecret() {
        return Seal.newKey();
    }

    /** The secret that contact tokens are made with. */
    public byte[] tokenSecret() {
        return tokenKey.clone();
    }

    /** The same contact of the same store always gives the same token; it says nothing else. */
    public String token(String contact) {
        return HexFormat.of().formatHex(mac(tokenKey, contact), 0, 16);
    }

    /**
     * What may be kept of a forgotten person's token: enough to know it again, and nothing else.
     */
    public String mark(String token) {
        return HexFormat.of().formatHex(mac(markKey, token));
    }

    public boolean forgets(String token) {
        return !forgotten.isEmpty() && forgotten.contains(mark(token));
    }

    public boolean forgetsAnyone() {
        return !forgotten.isEmpty();
    }

    /** Seals a text or a file of this store; another store's key does not open it. */
    public byte[] seal(String text) {
        return seal(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(byte[] content) {
        return seal.close(ANYWHERE, content);
    }

    public String unseal(byte[] sealed) {
        return new String(unsealBytes(sealed), StandardCharsets.UTF_8);
    }

    public byte[] unsealBytes(byte[] sealed) {
        return seal.open(ANYWHERE, sealed);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new RotinaException(Problem.INTERNAL, e, "token");
        }
    }
}
