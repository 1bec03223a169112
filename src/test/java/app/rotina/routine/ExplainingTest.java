package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static app.rotina.routine.SampleShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.Causes.Cause;
import app.rotina.routine.Causes.Ending;
import app.rotina.routine.DailyClose.CutPart;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExplainingTest {
    private static final Explaining EXPLAINING = SHOP.explaining();

    @Test
    void tellsADayAsItsCloseDoes() {
        LocalDate day = END.minusDays(13);

        Why close = SHOP.closingOn(END.plusDays(1)).look(SHOP.store.store(), day).why();

        assertThat(explain(day, day).why()).isEqualTo(close);
    }

    @Test
    void findsNothingAgainWhileTheRowsAreTheSame() {
        LocalDate day = END.minusDays(13);

        assertThat(explain(day, day).why()).isSameAs(explain(day, day).why());
        assertThat(explain(day, day).why()).isNotSameAs(explain(day, END.minusDays(12)).why());
    }

    @Test
    void sumsToTheGapInEveryView() {
        SpanWhy told = explain(END.minusDays(20), END.minusDays(8));
        BigDecimal gap = told.why().gap().known().orElseThrow();

        assertThat(told.leftOut()).isEmpty();
        assertThat(told.actual()).isNotNull();
        assertThat(sum(told.why().drivers(), DriverPart::amount)).isEqualByComparingTo(gap);
        assertThat(told.why().cuts())
                .isNotEmpty()
                .allSatisfy(cut ->
                        assertThat(sum(cut.parts(), CutPart::amount)).isEqualByComparingTo(gap));
        assertThat(told.why().causes()).isNotEmpty().allSatisfy(ExplainingTest::sumsToItsWhole);
        assertThat(told.why().causes().getFirst().whole()).isEqualByComparingTo(gap);
    }

    @Test
    void saysSoWhereThereAreNoDaysToCompareWith() {
        LocalDate first = END.minusYears(5);

        SpanWhy told = explain(first, first.plusDays(2));

        assertThat(told.leftOut()).hasSize(3);
        assertThat(told.actual()).isNull();
        assertThat(told.why().causes()).isEmpty();
    }

    @Test
    void explainsAnotherMetricThatAddsUp() {
        SpanWhy told =
                EXPLAINING.explain(SHOP.store.store(), Days.only(END.minusDays(13)), "orders");

        Causes orders = told.why().causes().getFirst();
        assertThat(orders.metric()).isEqualTo("orders");
        assertThat(orders.whole().scale()).isZero();
        sumsToItsWhole(orders);
    }

    @Test
    void refusesAMetricThatDoesNotAddUp() {
        for (String metric : List.of("conversion_rate", "buyers", "average_order_value")) {
            assertThatThrownBy(() -> EXPLAINING.explain(SHOP.store.store(), Days.only(END), metric))
                    .isInstanceOf(RotinaException.class)
                    .hasMessageContaining(metric);
        }
    }

    @Test
    void holdsDaysToOthersJustAsTheyWere() {
        Days days = new Days(END.minusDays(13), END.minusDays(7));
        for (Against against : List.of(Against.PREVIOUS, Against.WEEKDAY, Against.LAST_YEAR)) {
            SpanWhy told = EXPLAINING.explain(SHOP.store.store(), days, null, against);
            BigDecimal gap = told.why().gap().known().orElseThrow();

            assertThat(told.why().against()).isEqualTo(against.id());
            assertThat(told.leftOut()).isEmpty();
            assertThat(sum(told.why().drivers(), DriverPart::amount)).isEqualByComparingTo(gap);
            assertThat(told.why().cuts())
                    .isNotEmpty()
                    .allSatisfy(cut ->
                            assertThat(sum(cut.parts(), CutPart::amount))
                                    .isEqualByComparingTo(gap));
            assertThat(told.why().causes()).allSatisfy(ExplainingTest::sumsToItsWhole);
        }
    }

    @Test
    void holdsASpanToTheOneOfTheSameLengthBefore() {
        Days week = new Days(END.minusDays(13), END.minusDays(7));
        SpanWhy before = explain(END.minusDays(20), END.minusDays(14));

        SpanWhy told = EXPLAINING.explain(SHOP.store.store(), week, null, Against.PREVIOUS);

        assertThat(told.expected()).isEqualByComparingTo(before.actual());
        assertThat(told.compared()).hasSize(7).startsWith(END.minusDays(20));
    }

    @Test
    void namesNothingWhereNothingCanBeHeldToAnything() {
        Causes none =
                new CauseSearch("net_revenue", new BigDecimal("12.30"), BigDecimal.ONE)
                        .inSum(
                                new Segments(List.of(), Map.of()),
                                BigDecimal.ZERO,
                                new Comparison(List.of(), Map.of()));

        assertThat(none.ending()).isEqualTo(Ending.NO_HISTORY);
        assertThat(none.rest()).isEqualTo("12.30");
    }

    private static SpanWhy explain(LocalDate from, LocalDate to) {
        return EXPLAINING.explain(SHOP.store.store(), new Days(from, to), null);
    }

    private static void sumsToItsWhole(Causes causes) {
        assertThat(
                        sum(causes.named(), Cause::amount)
                                .add(causes.common())
                                .add(causes.mix())
                                .add(causes.rest()))
                .isEqualByComparingTo(causes.whole());
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
