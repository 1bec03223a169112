package app.rotina.kernel;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals what must stay private under a 256-bit key, each thing for one place: put anywhere else,
 * what was sealed does not open. AES-GCM with a nonce of its own in front, by Tink.
 */
public final class Seal {
    private static final int KEY = 32;

    private final Aead aead;

    public Seal(byte[] key) {
        try {
            AeadConfig.register();
            this.aead =
                    KeysetHandle.newBuilder()
                            .addEntry(
                                    KeysetHandle.importKey(imported(key))
                                            .withRandomId()
                                            .makePrimary())
                            .build()
                            .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new RotinaException(Problem.INTERNAL, e, "seal");
        }
    }

    @AccessesPartialKey
    private static AesGcmKey imported(byte[] key) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(
                        AesGcmParameters.builder()
                                .setKeySizeBytes(KEY)
                                .setIvSizeBytes(12)
                                .setTagSizeBytes(16)
                                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                                .build())
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
    }

    /** A new key, to be kept where only this installation reads it. */
    public static byte[] newKey() {
        return SecretBytes.randomBytes(KEY).toByteArray(InsecureSecretKeyAccess.get());
    }

    public byte[] close(String place, byte[] content) {
        try {
            return aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new RotinaException(Problem.INTERNAL, e, "seal");
        }
    }

    public byte[] open(String place, byte[] sealed) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new RotinaException(Problem.INTERNAL, e, "seal");
        }
    }
}
