package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private static final Currency YUAN = Currency.getInstance("CNY");

    @Test
    void beginWithTheirDefaults() {
        Preferences none = Preferences.from(null);
        assertThat(none.of(Preferences.THEME)).isEqualTo("system");
        assertThat(none.of(Preferences.KEYS)).isEqualTo("on");
        assertThat(none.shortNumbers()).isFalse();
    }

    @Test
    void takeNothingThatIsNotOffered() {
        assertThat(with(Preferences.THEME, "neon").of(Preferences.THEME)).isEqualTo("system");
        assertThat(with("other", "dark").chosen()).isEmpty();
    }

    @Test
    void readARiseAsTheCountryOfTheStoreDoes() {
        Preferences none = Preferences.from(null);
        assertThat(none.risesInRed(Locale.forLanguageTag("zh-CN"))).isTrue();
        assertThat(none.risesInRed(Locale.forLanguageTag("pt-BR"))).isFalse();
        assertThat(none.risesInRed(null)).isFalse();
    }

    @Test
    void readARiseAsThePersonSays() {
        Locale china = Locale.forLanguageTag("zh-CN");
        assertThat(with(Preferences.RISE, "green").risesInRed(china)).isFalse();
        assertThat(with(Preferences.RISE, "red").risesInRed(Locale.UK)).isTrue();
    }

    @Test
    void writeLargeNumbersInUnitsOfTenThousandInChineseOnly() {
        Words chinese = Words.of(Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese.money(new BigDecimal("123456.78"), YUAN)).isEqualTo("¥123,456.78");
        Words brief = chinese.inShort();
        assertThat(brief.money(new BigDecimal("123456.78"), YUAN)).isEqualTo("¥12.3万");
        assertThat(brief.money(new BigDecimal("9999.50"), YUAN)).isEqualTo("¥9,999.50");
        assertThat(brief.money(new BigDecimal("345678901"), YUAN)).isEqualTo("¥3.5亿");
        assertThat(brief.count(120_000)).isEqualTo("12万");
        assertThat(brief.signedMoney(new BigDecimal("-23456"), YUAN)).endsWith("¥2.3万");
        assertThat(brief.inFull().count(120_000)).isEqualTo("120,000");
        Words english = Words.of(Locale.ENGLISH);
        assertThat(english.inShort()).isSameAs(english);
    }

    private static Preferences with(String name, String value) {
        return Preferences.from(new Cookie[] {new Cookie(name, value)});
    }
}
