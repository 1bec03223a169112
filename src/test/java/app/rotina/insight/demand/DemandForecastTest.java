package app.rotina.insight.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.demand.DemandForecast.CannotTell;
import app.rotina.insight.demand.DemandForecast.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DemandForecastTest {

    @Test
    void allMethodsReadASteadyShelfAlike() {
        double[] units = new double[30];
        Arrays.fill(units, 6);

        assertThat(Method.levels(units)).containsOnly(new double[] {6}, within(1e-9));
    }

    @Test
    void tsbFadesWhereNobodyAsksAndTheLastWeeksForget() {
        double[] units = new double[16];
        Arrays.fill(units, 0, 8, 10);

        double[] levels = Method.levels(units);

        assertThat(level(levels, Method.LAST_8_WEEKS)).isZero();
        assertThat(level(levels, Method.TSB)).isBetween(2.0, 5.0);
        assertThat(level(levels, Method.MEAN)).isPositive();
    }

    @Test
    void tsbByHand() {
        double[] levels = Method.levels(new double[] {0, 10, 0, 20});
        // chance .5 → .45, .505, .4545, .50905; size 15 → 14.5, 15.05
        assertThat(level(levels, Method.TSB)).isCloseTo(.50905 * 15.05, within(1e-9));
    }

    @Test
    void weeksSoldOutAreNotDemandWhetherKnownOrNot() {
        double[] units = new double[30];
        Arrays.fill(units, 10);
        Arrays.fill(units, 24, 29, 0);
        double[] inStock = new double[30];
        Arrays.setAll(inStock, week -> units[week] > 0 ? 1 : 0);

        assertThat(expected(Shelf.product(units)).units()).isCloseTo(40, within(1e-9));
        assertThat(expected(ProductWeeks.withStock(units, inStock)).units())
                .isCloseTo(40, within(1e-9));
    }

    @Test
    void aKnownFullShelfThatNobodyBoughtFromIsNoDemand() {
        double[] units = new double[30];
        Arrays.fill(units, 0, 22, 10);
        double[] inStock = new double[30];
        Arrays.fill(inStock, 1);

        assertThat(expected(ProductWeeks.withStock(units, inStock)).units()).isLessThan(20);
        assertThat(DemandForecast.of(List.of(Shelf.product(units)), 4))
                .containsExactly(new CannotTell(Pattern.NOT_OFFERED));
    }

    @Test
    void borrowsTheSeasonFromTheCategoryAfterTwoYears() {
        Shelf shelf = new Shelf(5);
        List<ProductWeeks> products = new ArrayList<>();
        for (int product = 0; product < 40; product++) {
            double[] units = new double[150];
            Arrays.setAll(units, week -> shelf.draw(week % 52 >= 44 ? 12 : 3));
            products.add(Shelf.product(Arrays.copyOf(units, 148)));
        }

        List<Expected> expected =
                DemandForecast.of(products, 4).stream().map(each -> (Expected) each).toList();

        assertThat(expected).filteredOn(Expected::seasonal).hasSizeGreaterThan(35);
        assertThat(expected.stream().mapToDouble(Expected::units).average().orElseThrow())
                .isBetween(38.0, 52.0);
    }

    @Test
    void noProductsHaveNoForecasts() {
        assertThat(DemandForecast.of(List.of(), 4)).isEmpty();
        assertThat(DemandForecast.of(List.of(Shelf.product()), 4))
                .containsExactly(new CannotTell(Pattern.TOO_FEW));
    }

    @Property(tries = 60)
    void aThousandTimesTheUnitsAreAThousandTimesTheForecast(
            @ForAll @LongRange(min = 1, max = 10_000) long seed,
            @ForAll @IntRange(min = 13, max = 60) int weeks,
            @ForAll @DoubleRange(min = .3, max = 40) double mean) {
        double[] units = new Shelf(seed).draw(weeks, mean);
        double[] more = Arrays.stream(units).map(each -> 1000 * each).toArray();

        DemandForecast one = DemandForecast.of(List.of(Shelf.product(units)), 4).getFirst();
        DemandForecast many = DemandForecast.of(List.of(Shelf.product(more)), 4).getFirst();

        assertThat(many.pattern()).isEqualTo(one.pattern());
        if (one instanceof Expected expected && many instanceof Expected larger) {
            assertThat(expected.units()).isNotNegative();
            assertThat(larger.units())
                    .isCloseTo(1000 * expected.units(), within(1e-6 * (1 + larger.units())));
        }
    }

    private static double level(double[] levels, Method method) {
        return levels[List.of(Method.values()).indexOf(method)];
    }

    private static Expected expected(ProductWeeks product) {
        return (Expected) DemandForecast.of(List.of(product), 4).getFirst();
    }
}
