package app.rotina.insight;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.DimensionSplit.Day;
import app.rotina.insight.DimensionSplit.Part;
import app.rotina.insight.DimensionSplit.Slice;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DimensionSplitTest {

    @Test
    void spreadsTheTargetByTheShareOfTheFourSameWeekdays() {
        DimensionSplit split =
                DimensionSplit.of(
                        List.of(slice("site", "700", "3000"), slice("chat", "100", "1000")),
                        day("800", "1000"),
                        5);

        assertThat(split.gap()).isEqualTo("-200.00");
        assertThat(amounts(split)).containsExactly("chat -150.00", "site -50.00");
        assertThat(split.parts().getFirst().target()).isEqualByComparingTo("250");
    }

    @Test
    void givesAValueWithoutHistoryNoTarget() {
        DimensionSplit split =
                DimensionSplit.of(
                        List.of(slice("old", "90", "400"), slice("new", "30", "0")),
                        day("120", "100"),
                        5);

        assertThat(amounts(split)).containsExactly("new 30.00", "old -10.00");
    }

    @Test
    void keepsAValueThatSoldNothingToday() {
        DimensionSplit split =
                DimensionSplit.of(
                        List.of(slice("France", "0", "100"), slice("EIRE", "50", "100")),
                        day("50", "80"),
                        5);

        assertThat(amounts(split)).containsExactly("France -40.00", "EIRE 10.00");
    }

    @Test
    void namesAbsenceAndGathersTheRest() {
        DimensionSplit split =
                DimensionSplit.of(
                        List.of(
                                slice(null, "10", "0"),
                                slice("(not set)", "5", "0"),
                                slice("a", "100", "0"),
                                slice("b", "2", "0"),
                                slice("c", "1", "0")),
                        day("118", "0"),
                        2);

        assertThat(amounts(split)).containsExactly("a 100.00", "(not set) 15.00", "(other) 3.00");
    }

    @Test
    void doesNotRankASourcesOwnOtherAmongTheNamed() {
        DimensionSplit split =
                DimensionSplit.of(
                        List.of(slice("(other)", "900", "0"), slice("a", "100", "0")),
                        day("1000", "0"),
                        5);

        assertThat(amounts(split)).containsExactly("a 100.00", "(other) 900.00");
    }

    @Test
    void saysWhatNoValueHolds() {
        DimensionSplit split =
                DimensionSplit.of(List.of(slice("site", "70", "0")), day("75", "100"), 5);

        assertThat(amounts(split)).containsExactly("site 70.00", "(remainder) -95.00");
    }

    @Test
    void hasARemainderAloneWhereThereAreNoValues() {
        assertThat(amounts(DimensionSplit.of(List.of(), day("0", "100"), 5)))
                .containsExactly("(remainder) -100.00");
    }

    @Property(tries = 300)
    void sumsToTheGapToTheMinorUnit(
            @ForAll("slices") List<Slice> slices,
            @ForAll("amount") BigDecimal actual,
            @ForAll("amount") BigDecimal target,
            @ForAll @IntRange(min = 0, max = 6) int top) {
        DimensionSplit split = DimensionSplit.of(slices, new Day(actual, target, 2), top);

        assertThat(split.parts()).hasSizeLessThanOrEqualTo(top + 2);
        assertThat(sum(split)).isEqualByComparingTo(split.gap());
    }

    @Provide
    Arbitrary<List<Slice>> slices() {
        Arbitrary<@Nullable String> value =
                Arbitraries.of("a", "b", "c", "d", "e", "f", "(other)").injectNull(.1);
        return Combinators.combine(value, amount(), amount()).as(Slice::new).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<BigDecimal> amount() {
        return Arbitraries.oneOf(
                Arbitraries.just(BigDecimal.ZERO),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-5000"), new BigDecimal("90000"))
                        .ofScale(4));
    }

    private static BigDecimal sum(DimensionSplit split) {
        return split.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> amounts(DimensionSplit split) {
        return split.parts().stream().map(part -> part.value() + " " + part.amount()).toList();
    }

    private static Slice slice(@Nullable String value, String actual, String history) {
        return new Slice(value, new BigDecimal(actual), new BigDecimal(history));
    }

    private static Day day(String actual, String target) {
        return new Day(new BigDecimal(actual), new BigDecimal(target), 2);
    }
}
