package app.rotina.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One store's key: seals texts (AES-256-GCM) and gives the key that contacts become tokens with.
 */
public final class StoreKey {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String store;
    private final byte[] secret;

    StoreKey(String store, byte[] secret) {
        this.store = store;
        this.secret = secret.clone();
    }

    public byte[] seal(String text) {
        byte[] nonce = Secrets.bytes(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    public String open(byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return new String(run(Cipher.DECRYPT_MODE, nonce, content), StandardCharsets.UTF_8);
    }

    /** The HMAC key for contacts; made from the store's key, and gone with it. */
    public byte[] forContacts() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal("contacts".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(store.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text of store " + store, e);
        }
    }
}
