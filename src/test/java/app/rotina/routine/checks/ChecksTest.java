package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.warehouse.Measures;
import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every definition of a check, also those added later. */
class ChecksTest {
    private static final Checks CHECKS = new Checks();

    static Stream<Check> checks() {
        return CHECKS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void speaksEveryLanguage(Check check) {
        for (Locale locale : Texts.LOCALES) {
            String tag = locale.toLanguageTag();
            assertThat(check.labels()).containsKey(tag);
            assertThat(check.finds()).containsKey(tag);
            assertThat(check.task()).containsKey(tag);
            assertThat(check.todo()).containsKey(tag);
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void saysTheSameInEveryLanguage(Check check) {
        Set<String> english = names(check, Locale.ENGLISH);
        assertThat(Set.of("where", "value", "usual")).containsAll(english);
        assertThat(names(check, Texts.BRAZIL)).isEqualTo(english);
        assertThat(names(check, Texts.CHINA)).isEqualTo(english);
    }

    private static Set<String> names(Check check, Locale locale) {
        return new MessageFormat(check.finds(Texts.of(locale)), locale).getArgumentNames();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void looksAtAMetricByDimensionsThatThereAre(Check check) {
        assertThat(new Catalog().of(check.rule().metric()).id()).isEqualTo(check.rule().metric());
        assertThat(Measures.DIMENSIONS).containsAll(check.rule().by());
        assertThat(Measures.DIMENSIONS).containsAll(check.rule().costs().keySet());
    }

    @Test
    void refusesACheckThatIsNotThere() {
        assertThatThrownBy(() -> CHECKS.of("moon_phase"))
                .isInstanceOf(RotinaException.class)
                .hasMessageContaining("moon_phase");
    }
}
