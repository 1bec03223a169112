package app.rotina.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store's own 256-bit secret. It turns contacts into tokens and seals what must stay private;
 * once it is destroyed, neither can be turned back. It knows the people who were forgotten by marks
 * alone, so that a file that names them again does not bring them back.
 */
public final class StoreKey {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] tokenKey;
    private final byte[] sealKey;
    private final byte[] markKey;
    private final Set<String> forgotten;
    private final SecureRandom random = new SecureRandom();

    public StoreKey(byte[] secret) {
        this(secret, Set.of());
    }

    /**
     * @param forgotten the marks of those who were forgotten
     */
    public StoreKey(byte[] secret, Set<String> forgotten) {
        this.tokenKey = mac(secret, "rotina token");
        this.sealKey = mac(secret, "rotina seal");
        this.markKey = mac(secret, "rotina forgotten");
        this.forgotten = Set.copyOf(forgotten);
    }

    /** A new secret, to be kept where only this installation reads it. */
    public static byte[] newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
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

    /** AES-256-GCM, with a nonce of its own in front. */
    public byte[] seal(String text) {
        return seal(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(byte[] content) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, content);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    public String unseal(byte[] sealed) {
        return new String(unsealBytes(sealed), StandardCharsets.UTF_8);
    }

    public byte[] unsealBytes(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] content = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return cipher(Cipher.DECRYPT_MODE, nonce, content);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(sealKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new RotinaException(Problem.INTERNAL, e, "seal");
        }
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
