package app.rotina.insight.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProductWeeksTest {

    @Test
    void readsAnImpossibleRunAsSoldOutAndAPossibleOneAsNoDemand() {
        ProductWeeks steady = Shelf.product(5, 6, 4, 5, 6, 5, 4, 0, 0, 0, 5, 6, 5);
        ProductWeeks slow = Shelf.product(5, 0, 4, 0, 0, 5, 0, 0, 0, 5, 0, 5, 0);

        assertThat(inStock(steady)).containsExactly(1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1);
        assertThat(inStock(slow)).containsOnly(1);
    }

    @Test
    void aWeekInWhichTheShopWasClosedIsNeitherDemandNorSoldOut() {
        boolean[] open = {true, true, true, false, true, true};
        ProductWeeks product = ProductWeeks.withoutStock(new double[] {5, 6, 5, 0, 4, 5}, open);

        assertThat(Observed.of(product).demand()).containsExactly(5, 6, 5, 4, 5);
        assertThat(LostSales.of(product)).containsOnly(0);
    }

    @Test
    void halfAWeekInStockStandsForAWholeOne() {
        ProductWeeks product =
                ProductWeeks.withStock(
                        new double[] {8, 4, 1, 0, 8}, new double[] {1, .5, .2, 0, 1});

        assertThat(Observed.of(product).demand()).containsExactly(8, 8, 8);
        assertThat(LostSales.of(product))
                .containsExactly(new double[] {0, 4, 6.4, 8, 0}, within(1e-9));
    }

    @Test
    void cannotTellWhatWasLostWhenTheProductIsLongGone() {
        double[] inStock = new double[20];
        Arrays.fill(inStock, 0, 5, 1);

        double[] lost =
                LostSales.of(
                        ProductWeeks.withStock(
                                new double[] {
                                    8, 8, 8, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                                },
                                inStock));

        assertThat(lost[12]).isEqualTo(8);
        assertThat(lost[13]).isNaN();
    }

    @Test
    void lostSalesAreWhatCensoringTookAway() {
        Shelf shelf = new Shelf(7);
        double truth = 0;
        double estimate = 0;
        for (int product = 0; product < 300; product++) {
            double[] asked = shelf.draw(40, 6);
            double[] sold = asked.clone();
            double[] inStock = new double[40];
            Arrays.fill(inStock, 1);
            for (int week = 15 + product % 10; week < 19 + product % 10; week++) {
                truth += asked[week];
                sold[week] = 0;
                inStock[week] = 0;
            }
            estimate += Arrays.stream(LostSales.of(ProductWeeks.withStock(sold, inStock))).sum();
        }

        assertThat(estimate).isCloseTo(truth, within(.03 * truth));
    }

    @Test
    void aHugeOrderIsBroughtToFiveTimesTheUsualForTheLevelOnly() {
        Observed seen = Observed.of(Shelf.product(10, 9, 11, 10, 700, 10, 9));

        assertThat(seen.capped()[4]).isEqualTo(50);
        assertThat(seen.demand()[4]).isEqualTo(700);
    }

    @Test
    void refusesWeeksThatDoNotMatch() {
        assertThatThrownBy(() -> ProductWeeks.withStock(new double[3], new double[2]))
                .hasMessageContaining("3 and 2");
    }

    private static double[] inStock(ProductWeeks product) {
        double[] shares = new double[product.size()];
        Arrays.setAll(shares, product::inStock);
        return shares;
    }
}
