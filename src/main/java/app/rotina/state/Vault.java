package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Encrypts a store's personal data under the store's own key (AES-256-GCM), and turns contacts into
 * tokens (HMAC-SHA-256). Once the key is destroyed, neither can be undone or made again.
 */
@Component
public class Vault {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;

    Vault(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public byte[] seal(String store, String text) {
        byte[] nonce = Secrets.bytes(NONCE);
        byte[] sealed =
                run(store, Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    public String open(String store, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return new String(run(store, Cipher.DECRYPT_MODE, nonce, content), StandardCharsets.UTF_8);
    }

    /** The key contacts of this store become tokens with; it never leaves the process. */
    public byte[] tokenKey(String store) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(store), "HmacSHA256"));
            return mac.doFinal("contacts".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(String store, int mode, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(secret(store), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(store.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sealed text of store " + store, e);
        }
    }

    private byte[] secret(String store) {
        return jdbc.sql("select secret from store_key where store = ?")
                .param(store)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_STORE, store));
    }
}
