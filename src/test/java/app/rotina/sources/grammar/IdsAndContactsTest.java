package app.rotina.sources.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsAndContactsTest {
    private final Contacts contacts =
            new Contacts("a test key".getBytes(StandardCharsets.UTF_8), "BR");

    @DisplayName("28: an id that a spreadsheet has rounded is refused")
    @ParameterizedTest
    @ValueSource(strings = {"2.02E+18", "2,02E+18", "2E+18", "1.9e+17"})
    void refusesADestroyedId(String id) {
        Refused refused = catchThrowableOfType(Refused.class, () -> Ids.read(id));
        assertThat(refused.reason()).isEqualTo("id_destroyed");
    }

    @DisplayName("19, 29: what a spreadsheet wraps around an id comes off")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=\"00123\" | 00123",
                "'00123 | 00123",
                "１２３ | 123",
                "12E45 | 12E45",
                "0012 | 0012",
                "d'Ávila | d'Ávila"
            },
            quoteCharacter = '~')
    void unwrapsIds(String text, String id) {
        assertThat(Ids.read(text)).isEqualTo(id);
    }

    @Test
    void dropsADecimalTailWhereTheSourceHasOne() {
        assertThat(Ids.readWhole("17850.0")).isEqualTo("17850");
        assertThat(Ids.readWhole("A-1.0")).isEqualTo("A-1.0");
        assertThat(Ids.read("17850.0")).isEqualTo("17850.0");
    }

    @Test
    @DisplayName("19: outer blanks of every kind come off")
    void cleansBlanks() {
        assertThat(CellText.clean("\u00A0\u200B x y\u3000\uFEFF")).isEqualTo("x y");
        assertThat(CellText.clean(" \u00A0 ")).isNull();
    }

    @Test
    void givesOneTokenToOneContact() {
        String token = contacts.token(Contacts.Kind.EMAIL, "Rafael@Exemplo.com");

        assertThat(token)
                .hasSize(22)
                .isEqualTo(contacts.token(Contacts.Kind.EMAIL, "rafael@exemplo.COM"));
        assertThat(token)
                .isNotEqualTo(contacts.token(Contacts.Kind.NICKNAME, "rafael@exemplo.com"));
        assertThat(contacts.token(Contacts.Kind.PHONE, "+55 (11) 98888-7777"))
                .isEqualTo(contacts.token(Contacts.Kind.PHONE, "11988887777"));
        assertThat(contacts.token(Contacts.Kind.TAX_ID, "111.444.777-35"))
                .isEqualTo(contacts.token(Contacts.Kind.TAX_ID, "11144477735"));
    }

    @Test
    @DisplayName("30: a tax id may have letters")
    void takesAnAlphanumericTaxId() {
        assertThat(contacts.token(Contacts.Kind.TAX_ID, "12.ABC.345/01DE-35"))
                .isEqualTo(contacts.token(Contacts.Kind.TAX_ID, "12abc34501de35"));
    }

    @Test
    void isAnotherTokenUnderAnotherKey() {
        Contacts other = new Contacts("another key".getBytes(StandardCharsets.UTF_8), "BR");
        assertThat(other.token(Contacts.Kind.EMAIL, "a@exemplo.com"))
                .isNotEqualTo(contacts.token(Contacts.Kind.EMAIL, "a@exemplo.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"não é e-mail", "@exemplo.com", "a@b@exemplo.com", "r***@exemplo.com"})
    void takesNoContactThatIsNone(String text) {
        assertThat(contacts.token(Contacts.Kind.EMAIL, text)).isNull();
    }

    @Test
    void readsYesAndNoInThreeLanguages() {
        assertThat(Booleans.read("SIM")).isTrue();
        assertThat(Booleans.read("NÃO")).isFalse();
        assertThat(Booleans.read("是")).isTrue();
        assertThat(catchThrowableOfType(Refused.class, () -> Booleans.read("talvez")).reason())
                .isEqualTo("boolean_bad");
    }
}
