package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.Measures;
import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every definition of a check, also those added later. */
class ChecksTest {
    private static final Checks CHECKS =
            new Checks(StateForTests.noOwnChecks(), StateForTests.noRoutineChoices());
    private static final Packs PACKS = new Packs();
    private static final Catalog CATALOG = new Catalog();

    /** The last row of each section that packs claim to serve whole. */
    private static final Map<String, Integer> CLAIMED =
            Map.ofEntries(
                    Map.entry("A", 26),
                    Map.entry("B", 22),
                    Map.entry("E", 11),
                    Map.entry("F", 25),
                    Map.entry("G", 27),
                    Map.entry("H", 4),
                    Map.entry("I", 15),
                    Map.entry("J", 17),
                    Map.entry("K", 20),
                    Map.entry("L", 10),
                    Map.entry("M", 13),
                    Map.entry("N", 6),
                    Map.entry("O", 7),
                    Map.entry("P", 49));

    static Stream<Check> checks() {
        return CHECKS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void speaksEveryLanguage(Check check) {
        for (Locale locale : Texts.LOCALES) {
            String tag = locale.toLanguageTag();
            assertThat(check.words().labels()).containsKey(tag);
            assertThat(check.rule().isPresent() ? check.words().finds() : check.words().look())
                    .containsKey(tag);
            assertThat(check.words().task()).containsKey(tag);
            assertThat(check.words().todo()).containsKey(tag);
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
        assertThat(check.evidence())
                .allSatisfy(id -> assertThat(CATALOG.of(id).id()).isEqualTo(id));
        assertThat(check.evidenceBy())
                .allMatch(by -> by.equals(Evidence.CAUSE) || Measures.DIMENSIONS.contains(by));
        assertThat(check.metric().stream())
                .allSatisfy(id -> assertThat(CATALOG.of(id).id()).isEqualTo(id));
        assertThat(check.rule().stream())
                .allSatisfy(rule -> {
                    assertThat(Measures.DIMENSIONS).containsAll(rule.by());
                    assertThat(Measures.DIMENSIONS).containsAll(rule.costs().keySet());
                });
    }

    @ParameterizedTest
    @MethodSource("checks")
    void standsInAPartOfEachOfItsPacks(Check check) {
        assertThat(check.packs()).isNotEmpty();
        for (String pack : check.packs()) {
            assertThat(PACKS.of(pack).areas())
                    .as(pack)
                    .anySatisfy(area -> assertThat(area.id()).isEqualTo(check.area()));
        }
    }

    @Test
    void fillsEveryPartOfEveryPack() {
        for (Pack pack : PACKS.all()) {
            for (Pack.Area area : pack.areas()) {
                assertThat(CHECKS.all())
                        .as("%s %s", pack.id(), area.id())
                        .anySatisfy(check -> {
                            assertThat(check.packs()).contains(pack.id());
                            assertThat(check.area()).isEqualTo(area.id());
                        });
            }
        }
    }

    @Test
    void servesEveryRowOfTheRoutine() {
        Set<String> rows = new TreeSet<>();
        CLAIMED.forEach((section, last) ->
                IntStream.rangeClosed(1, last).forEach(row -> rows.add(section + row)));
        IntStream.rangeClosed(24, 29).forEach(row -> rows.add("C" + row));
        IntStream.rangeClosed(32, 37).forEach(row -> rows.add("D" + row));
        assertThat(
                        CHECKS.all().stream()
                                .flatMap(check -> check.covers().stream())
                                .distinct()
                                .sorted())
                .containsExactlyElementsOf(rows);
    }

    @Test
    void servesSectionsOfADayInTheShopsOwnPack() {
        assertThat(
                        CHECKS.all().stream()
                                .filter(check -> check.packs().contains("shop"))
                                .flatMap(check -> check.covers().stream()))
                .contains("B1", "B22", "G21", "I1", "I15", "F15", "J1");
    }

    @Test
    void hasPacksInEveryLanguage() {
        assertThat(PACKS.all())
                .extracting(Pack::id)
                .containsExactly("owner", "shop", "seven", "strategy");
        for (Locale locale : Texts.LOCALES) {
            String tag = locale.toLanguageTag();
            assertThat(PACKS.all())
                    .allSatisfy(pack -> {
                        assertThat(pack.labels()).containsKey(tag);
                        assertThat(pack.about()).containsKey(tag);
                        assertThat(pack.areas())
                                .allSatisfy(area -> assertThat(area.labels()).containsKey(tag));
                    });
        }
    }

    @Test
    void refusesACheckThatIsNotThere() {
        assertThatThrownBy(() -> CHECKS.of("moon_phase"))
                .isInstanceOf(RotinaException.class)
                .hasMessageContaining("moon_phase");
    }
}
