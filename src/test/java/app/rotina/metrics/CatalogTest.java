package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.rotina.kernel.Definitions;
import app.rotina.warehouse.Measures;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CatalogTest {
    private static final Catalog CATALOG = new Catalog();
    private static final List<String> LANGUAGES = List.of("en", "pt-BR", "zh-CN");

    static Stream<Metric> metrics() {
        return CATALOG.all().stream();
    }

    @Test
    void hasEveryFileOnceUnderItsOwnId() {
        List<String> ids =
                Definitions.in("metrics").stream().map(yaml -> yaml.path("id").asString()).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(CATALOG.all()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void saysWhatItIsInEveryLanguage(Metric metric) {
        assertThat(metric.labels()).containsOnlyKeys(LANGUAGES).doesNotContainValue("");
        assertThat(metric.about()).containsOnlyKeys(LANGUAGES).doesNotContainValue("");
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isMeasuredOrCalculatedAndNotBoth(Metric metric) {
        assertThat(Stream.of(metric.measure(), metric.formula()).filter(one -> one != null))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isMadeOfMetricsThatThereAreWithoutACircle(Metric metric) {
        assertThatCode(() -> parts(metric, new TreeSet<>())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void drivesMetricsThatThereAreWithoutACircle(Metric metric) {
        assertThatCode(() -> driven(metric, new TreeSet<>())).doesNotThrowAnyException();
    }

    @Test
    void givesEveryShownMetricAPlaceOfItsOwn() {
        assertThat(CATALOG.shown())
                .extracting(Metric::place)
                .doesNotHaveDuplicates()
                .doesNotContain(0);
    }

    @Test
    void namesInYamlOnlyWhatIsRead() {
        Set<String> known =
                Set.of(
                        "id",
                        "unit",
                        "direction",
                        "internal",
                        "place",
                        "over",
                        "parents",
                        "measure",
                        "formula",
                        "labels",
                        "about");
        for (JsonNode yaml : Definitions.in("metrics")) {
            assertThat(yaml.propertyNames()).as(yaml.path("id").asString()).isSubsetOf(known);
            assertThat(yaml.path("direction").asString()).isIn("up", "down");
        }
    }

    /** A store without any file has no figure, and no zero either. */
    @Test
    void knowsNothingBeforeAnythingWasDelivered(@TempDir Path folder) {
        try (StoreForTests empty = new StoreForTests(folder)) {
            assertThat(CATALOG.all())
                    .allSatisfy(metric ->
                            assertThat(empty.value(metric.id(), "2026-03-02", "2026-03-06"))
                                    .isEqualTo("no_source"));
        }
    }

    @Test
    void canTakeEveryMeasureByItsChannel() {
        assertThat(CATALOG.measures().all())
                .filteredOn(measure -> !Set.of("stock", "cart").contains(measure.from()))
                .allMatch(measure -> Measures.has(measure, "channel"));
    }

    private static void parts(Metric metric, Set<String> path) {
        enter(metric, path);
        if (metric.formula() != null) {
            for (String name : metric.formula().names()) {
                if (!name.equals(Metrics.GOAL_BASIS)) {
                    parts(CATALOG.of(name), new TreeSet<>(path));
                }
            }
        }
    }

    private static void driven(Metric metric, Set<String> path) {
        enter(metric, path);
        metric.parents().forEach(parent -> driven(CATALOG.of(parent), new TreeSet<>(path)));
    }

    private static void enter(Metric metric, Set<String> path) {
        if (!path.add(metric.id())) {
            throw new AssertionError("a circle: " + path);
        }
    }
}
