package app.rotina.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] KEY = Seal.newKey();
    private static final byte[] SECRET = "shpat_canary".getBytes(UTF_8);

    private final Seal seal = new Seal(KEY);

    @Test
    void opensWhereItWasClosedAndNowhereElse() {
        byte[] sealed = seal.close("shop\nshopify\ntoken", SECRET);

        assertThat(seal.open("shop\nshopify\ntoken", sealed)).isEqualTo(SECRET);
        assertRefused(() -> seal.open("other\nshopify\ntoken", sealed));
        assertRefused(() -> new Seal(Seal.newKey()).open("shop\nshopify\ntoken", sealed));
    }

    @Test
    void refusesWhatWasChangedOrCut() {
        byte[] sealed = seal.close("here", SECRET);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertRefused(() -> seal.open("here", changed));
            byte[] cut = Arrays.copyOf(sealed, at);
            assertRefused(() -> seal.open("here", cut));
        }
    }

    @Test
    void writesTheSameTextDifferentlyEachTime() {
        assertThat(seal.close("here", SECRET)).isNotEqualTo(seal.close("here", SECRET));
        assertThat(new String(seal.close("here", SECRET), UTF_8)).doesNotContain("canary");
    }

    @Test
    void opensWhatPlainAesGcmWrote() throws Exception {
        byte[] nonce = Arrays.copyOf(Seal.newKey(), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(KEY, "AES"),
                new GCMParameterSpec(128, nonce));
        byte[] written = cipher.doFinal(SECRET);
        byte[] sealed =
                ByteBuffer.allocate(nonce.length + written.length).put(nonce).put(written).array();

        assertThat(seal.open("", sealed)).isEqualTo(SECRET);
    }

    @Test
    void takesNoKeyOfAnotherLength() {
        assertRefused(() -> new Seal(new byte[16]));
    }

    private static void assertRefused(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.INTERNAL));
    }
}
