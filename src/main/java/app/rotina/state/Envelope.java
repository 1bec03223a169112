package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a text for one place under a key of its own (AES-256-GCM, the place as associated data):
 * put anywhere else, what was sealed does not open.
 */
final class Envelope {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;

    Envelope(byte[] key) {
        this.key = key.clone();
    }

    static byte[] newKey() {
        return Secrets.bytes(32);
    }

    byte[] seal(String place, String text) {
        byte[] nonce = Secrets.bytes(NONCE);
        byte[] sealed =
                cipher(Cipher.ENCRYPT_MODE, nonce, place, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    String open(String place, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] content = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(
                cipher(Cipher.DECRYPT_MODE, nonce, place, content), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new RotinaException(Problem.INTERNAL, e, "seal");
        }
    }
}
