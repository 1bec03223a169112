package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Texts;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-03");

    @Test
    void saysAYearOnlyWhereItIsNotTodays() {
        for (Locale locale : Texts.LOCALES) {
            Words words = Words.of(locale);

            assertThat(words.near(TODAY.plusDays(9), TODAY)).contains("12").doesNotContain("2026");
            assertThat(words.near(TODAY.minusDays(9), TODAY)).contains("25", "2025");
        }
    }
}
