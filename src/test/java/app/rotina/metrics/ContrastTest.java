package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.Combinations;
import app.rotina.warehouse.Combinations.Sums;
import app.rotina.warehouse.Split;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop's Friday against its Monday and, three times as much, its Tuesday. */
class ContrastTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final Map<LocalDate, BigDecimal> USUAL =
            Map.of(
                    LocalDate.parse("2026-03-02"), new BigDecimal(".25"),
                    LocalDate.parse("2026-03-03"), new BigDecimal(".75"));
    private static final Sums NONE = new Sums(0, 0, 0);

    @TempDir static Path folder;
    private static StoreForTests shop;

    @BeforeAll
    static void open() {
        shop = IpeShop.open(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "net_revenue, channel region product",
        "net_revenue, channel",
        "net_revenue, size",
        "units, category payment_method",
        "placed_revenue, marketing_channel device",
        "tracked_orders, channel payment_method",
        "units, product channel",
        "orders, channel product",
        "site_visits, channel marketing_channel device",
        "conversations, channel"
    })
    void weighsTheFiguresOfSingleDays(String metric, String dimensions) {
        List<String> by = List.of(dimensions.split(" ", -1));

        assertThat(of(metric, contrast(List.of(metric), by)).cells()).isEqualTo(byDay(metric, by));
    }

    @Test
    void answersSeveralMetricsAtOnceEachByItself() {
        List<String> by = List.of("channel", "product");

        Map<String, Combinations> both = contrast(List.of("refunds", "units"), by);

        assertThat(of("refunds", both).cells()).isEqualTo(byDay("refunds", by));
        assertThat(of("units", both).cells()).isEqualTo(byDay("units", by));
    }

    @Test
    void answersSeveralQuestionsLikeEachByItself() {
        List<List<String>> sets =
                List.of(
                        List.of("product", "channel"),
                        List.of("region", "channel"),
                        List.of("channel"),
                        List.of("channel", "payment_method"));
        List<String> metrics = List.of("orders", "net_revenue");

        List<Map<String, Combinations>> all =
                shop.metrics()
                        .contrasts(
                                shop.store(),
                                sets.stream()
                                        .map(by -> Question.on(metrics, List.of(FRIDAY), by))
                                        .toList(),
                                USUAL,
                                true);

        for (int i = 0; i < sets.size(); i++) {
            for (String metric : metrics) {
                assertThat(of(metric, all.get(i)).cells())
                        .as("%s by %s", metric, sets.get(i))
                        .isEqualTo(byDay(metric, sets.get(i)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"net_revenue", "orders", "units"})
    void weighsEachDimensionByItselfLikeAContrastOfItAlone(String metric) {
        List<String> dimensions = List.of("channel", "product", "size");
        Question question = Question.on(List.of(metric), List.of(FRIDAY), dimensions);

        Map<String, Map<String, Split>> splits =
                shop.metrics().splits(shop.store(), question, USUAL);

        for (String dimension : dimensions) {
            Map<List<String>, Sums> alone =
                    of(metric, contrast(List.of(metric), List.of(dimension))).cells();
            splits.getOrDefault(dimension, Map.of())
                    .forEach((value, split) -> {
                        Sums sums = alone.getOrDefault(List.of(value), NONE);
                        assertThat(split.actual().doubleValue()).isEqualTo(sums.actual());
                        assertThat(split.usual().doubleValue()).isEqualTo(sums.usual());
                    });
            assertThat(splits.getOrDefault(dimension, Map.of()).size())
                    .isGreaterThanOrEqualTo(alone.size());
        }
    }

    @Test
    void leavesOutDimensionsThatTellNothing() {
        Combinations all = of("units", contrast(List.of("units"), List.of("country", "channel")));

        assertThat(all.telling().dimensions()).containsExactly("channel");
        assertThat(all.telling().size()).isEqualTo(all.size());
    }

    @Test
    void isOfWhatAddsUpOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contrast(List.of("conversion_rate"), List.of("channel")))
                .withMessage("conversion_rate does not add up");
    }

    private static Combinations of(String metric, Map<String, Combinations> answers) {
        return Objects.requireNonNull(answers.get(metric), metric);
    }

    private static Map<String, Combinations> contrast(List<String> metrics, List<String> by) {
        return shop.metrics()
                .contrast(shop.store(), Question.on(metrics, List.of(FRIDAY), by), USUAL, true);
    }

    /** The same from a question for each day. */
    private static Map<List<String>, Sums> byDay(String metric, List<String> by) {
        Map<List<String>, Sums> sums =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        add(sums, rows(metric, by, FRIDAY), 1, 0);
        USUAL.forEach((day, weight) -> add(sums, rows(metric, by, day), 0, weight.doubleValue()));
        sums.values().removeIf(NONE::equals);
        return sums;
    }

    private static void add(
            Map<List<String>, Sums> sums, Map<List<String>, Double> day, int times, double weight) {
        day.forEach((values, amount) -> {
            Sums some = sums.getOrDefault(values, NONE);
            sums.put(
                    values,
                    new Sums(
                            some.actual() + times * amount,
                            some.usual() + weight * amount,
                            some.squares() + weight * amount * amount));
        });
    }

    private static Map<List<String>, Double> rows(String metric, List<String> by, LocalDate day) {
        Map<List<String>, Double> rows =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        Answer answer =
                shop.metrics().answer(shop.store(), Question.on(List.of(metric), List.of(day), by));
        for (Answer.Row row : answer.rows()) {
            List<String> values = by.stream().map(row.keys()::get).toList();
            row.values()
                    .getOrDefault(metric, MetricValue.missing(""))
                    .known()
                    .ifPresent(a -> rows.put(values, a.doubleValue()));
        }
        return rows;
    }
}
