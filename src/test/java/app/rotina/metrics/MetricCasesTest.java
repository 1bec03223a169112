package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetricCasesTest {
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

    static Stream<MetricCase> cases() {
        return MetricCase.all().stream();
    }

    @Test
    void thereIsOneForEveryMetric() {
        assertThat(cases().map(MetricCase::metric))
                .containsExactlyInAnyOrderElementsOf(
                        shop.catalog().all().stream().map(Metric::id).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatAPersonWorkedOut(MetricCase golden) {
        MetricValue week = shop.metrics().value(shop.store(), golden.metric(), IpeShop.WEEK);
        assertThat(MetricCase.plain(week))
                .isEqualTo(MetricValue.known(MetricCase.plain(golden.value())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatTheFactsSayAnotherWay(MetricCase golden) {
        for (Days days : IpeShop.spans().toList()) {
            MetricValue said = shop.metrics().value(shop.store(), golden.metric(), days);
            assertThat(MetricCase.plain(said))
                    .as("%s %s", golden.metric(), days)
                    .isEqualTo(golden.expected(shop, days));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameDayByDayAsAlone(MetricCase golden) {
        Question daily = Question.daily(List.of(golden.metric()), IpeShop.WEEK);
        List<MetricValue> together =
                shop.metrics().answer(shop.store(), daily).rows().stream()
                        .map(row -> row.values().get(golden.metric()))
                        .toList();
        List<MetricValue> alone =
                IpeShop.WEEK.stream()
                        .map(day ->
                                shop.metrics().value(shop.store(), golden.metric(), Days.only(day)))
                        .toList();
        assertThat(together).isEqualTo(alone);
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    void isTheSameInWeeksFromAnyDayAsInTheirDays(DayOfWeek start) {
        Question weekly =
                new Question(List.of("net_revenue"), List.of("week"), IpeShop.WEEK, Map.of())
                        .weeksFrom(start);
        for (Answer.Row row : shop.metrics().answer(shop.store(), weekly).rows()) {
            LocalDate first = LocalDate.parse(row.keys().get("week"));
            LocalDate last = first.plusDays(6);
            Days days =
                    new Days(
                            first.isBefore(IpeShop.WEEK.from()) ? IpeShop.WEEK.from() : first,
                            last.isAfter(IpeShop.WEEK.to()) ? IpeShop.WEEK.to() : last);
            assertThat(first.getDayOfWeek()).isEqualTo(start);
            assertThat(row.values().get("net_revenue"))
                    .isEqualTo(shop.metrics().value(shop.store(), "net_revenue", days));
        }
    }
}
