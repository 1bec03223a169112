package app.rotina.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.Base32;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = ascii("12345678901234567890");

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, at)).hasValue(Totp.step(at));
    }

    @Test
    void allowsAClockToDifferByOneStep() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = Totp.code(SECRET, Totp.step(now));

        assertThat(Totp.step(SECRET, code, now.plus(Duration.ofSeconds(30)))).isPresent();
        assertThat(Totp.step(SECRET, code, now.minus(Duration.ofSeconds(30)))).isPresent();
        assertThat(Totp.step(SECRET, code, now.plus(Duration.ofSeconds(60)))).isEmpty();
        assertThat(Totp.step(SECRET, "", now)).isEmpty();
        assertThat(Totp.step(SECRET, "💥", now)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void writesBytesAsTheStandardDoes(String text, String base32) {
        assertThat(Base32.of(ascii(text))).isEqualTo(base32);
    }

    @Test
    void namesTheAccountInTheAddress() {
        assertThat(Totp.address("ana lima@example.org", SECRET))
                .isEqualTo(
                        "otpauth://totp/Rotina:ana%20lima%40example.org"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Rotina");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
