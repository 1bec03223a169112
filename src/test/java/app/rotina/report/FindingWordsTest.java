package app.rotina.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.FigureText;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Finding;
import app.rotina.state.StateForTests;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingWordsTest {
    private static final Checks CHECKS =
            new Checks(StateForTests.noOwnChecks(), StateForTests.noRoutineChoices());

    @Test
    void saysWhereAndHowMuchInTheUnitOfTheMetric() {
        Finding found =
                new Finding(
                        Map.of("device", "mobile"),
                        new BigDecimal("0.0112"),
                        new BigDecimal("0.0204"),
                        BigDecimal.TEN);
        assertThat(says("checkout", found, Locale.ENGLISH)).contains("Mobile", "1.12%", "2.04%");
        assertThat(says("checkout", found, Texts.BRAZIL)).contains("1,12%", "2,04%");
    }

    @Test
    void namesTheWholeStoreWhereNoPartIsToBlame() {
        Finding found =
                new Finding(
                        Map.of(), new BigDecimal("0.01"), new BigDecimal("0.02"), BigDecimal.ZERO);
        assertThat(says("checkout", found, Locale.ENGLISH))
                .contains(Texts.of(Locale.ENGLISH).say("checks.whole"));
    }

    @Test
    void repeatsAPersonsWordsWithTheirNumber() {
        Finding told = new Finding(Map.of(), null, null, BigDecimal.ZERO, "Two boxes are missing");
        Finding counted =
                new Finding(
                        Map.of(),
                        new BigDecimal("12.00"),
                        null,
                        BigDecimal.ZERO,
                        "Boxes are missing");
        assertThat(says("complaints", told, Locale.ENGLISH)).isEqualTo("Two boxes are missing");
        assertThat(says("complaints", counted, Locale.ENGLISH)).isEqualTo("Boxes are missing (12)");
    }

    private static String says(String check, Finding found, Locale locale) {
        return new FindingWords(new Catalog(), FigureText.of(Currency.getInstance("BRL"), locale))
                .says(CHECKS.of(check), found);
    }
}
