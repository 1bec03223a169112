package app.rotina.insight.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.causes.Leaves.Leaf;
import app.rotina.insight.causes.Leaves.RatioLeaf;
import app.rotina.insight.causes.RootCauses.Cause;
import app.rotina.insight.causes.RootCauses.Ending;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RootCausesTest {

    @Test
    void namesTheOneElementThatFell() {
        Leaves leaves = new Shelf(1, .1).change(List.of("c2", "s3"), v -> v * .5).leaves();

        RootCauses causes = causes(leaves);

        assertThat(elements(causes)).containsExactly(Map.of("channel", "c2", "state", "s3"));
        assertThat(causes.ending()).isEqualTo(Ending.NOISE);
    }

    @Test
    void namesAWholeChannelRatherThanAllItsStates() {
        Leaves leaves = new Shelf(2, .1).change(List.of("c4"), v -> v * .7).leaves();

        assertThat(elements(causes(leaves))).containsExactly(Map.of("channel", "c4"));
    }

    @Test
    void namesTheStatesRatherThanTheChannelWhenOnlySomeFell() {
        Shelf shelf = new Shelf(3, .1);
        for (String state : List.of("s1", "s2", "s3", "s4", "s5")) {
            shelf.change(List.of("c1", state), v -> v * .4);
        }

        List<Map<String, String>> elements = elements(causes(shelf.leaves()));

        assertThat(elements).hasSize(5);
        assertThat(elements).contains(Map.of("channel", "c1", "state", "s4"));
    }

    @Test
    void tellsALossAndASurgeApartOnOneDay() {
        Leaves leaves =
                new Shelf(4, .1)
                        .change(List.of("c1", "k5"), v -> 0)
                        .change(List.of("s9"), v -> v * 1.6)
                        .leaves();

        RootCauses causes = causes(leaves);

        assertThat(elements(causes))
                .containsExactlyInAnyOrder(
                        Map.of("channel", "c1", "category", "k5"), Map.of("state", "s9"));
        assertThat(causes.causes().stream().map(each -> each.amount().signum())).contains(-1, 1);
    }

    @Test
    void findsOneLeafThatVanished() {
        Leaves leaves = new Shelf(5, .05).change(List.of("c3", "s7", "k2"), v -> 0).leaves();

        assertThat(elements(causes(leaves)))
                .containsExactly(Map.of("channel", "c3", "state", "s7", "category", "k2"));
    }

    @Test
    void cannotTellACauseOfNoise() {
        for (int seed = 0; seed < 20; seed++) {
            RootCauses causes = causes(new Shelf(100 + seed, .2).leaves());

            assertThat(causes.causes()).isEmpty();
            assertThat(causes.ending()).isEqualTo(Ending.NOISE);
        }
    }

    @Test
    void blamesNoElementForADayOnWhichAllFellAlike() {
        Shelf shelf = new Shelf(6, .05).change(List.of(), v -> v * .8);

        RootCauses causes = causes(shelf.leaves());

        assertThat(causes.causes()).isEmpty();
        assertThat(causes.common().doubleValue())
                .isCloseTo(causes.deviation().doubleValue(), within(10_000.0));
    }

    @Test
    void findsTheElementThatFellFurtherThanTheDay() {
        Leaves leaves =
                new Shelf(7, .05)
                        .change(List.of(), v -> v * .85)
                        .change(List.of("s2", "k3"), v -> v * .3)
                        .leaves();

        assertThat(elements(causes(leaves)))
                .containsExactly(Map.of("state", "s2", "category", "k3"));
    }

    @Test
    void partsAddUpToTheDeviationExactly() {
        for (int seed = 0; seed < 10; seed++) {
            Shelf shelf =
                    new Shelf(200 + seed, .15)
                            .change(List.of(), v -> v * .93)
                            .change(List.of("c1"), v -> v * .6)
                            .change(List.of("s1"), v -> v * 1.4);

            RootCauses causes = causes(shelf.leaves());

            assertThat(sum(causes)).isEqualByComparingTo(causes.deviation());
            assertThat(causes.causes()).isNotEmpty();
        }
    }

    @Test
    void leavesWhatTheLeavesMissToTheRest() {
        Leaves leaves = new Shelf(8, .1).change(List.of("c2"), v -> v * .5).leaves();
        BigDecimal deviation = new BigDecimal("-123456.78");

        RootCauses causes = RootCauses.of(leaves, Limits.DEFAULT, deviation);

        assertThat(causes.deviation()).isEqualTo(deviation);
        assertThat(sum(causes)).isEqualTo(deviation);
    }

    @Test
    void holdsBackCausesBelowTheFloor() {
        Leaves leaves = new Shelf(9, .05).change(List.of("c2", "s3"), v -> v * .5).leaves();

        RootCauses causes = RootCauses.of(leaves, Limits.DEFAULT.withFloor(50_000), 2);

        assertThat(causes.causes()).isEmpty();
        assertThat(causes.ending()).isEqualTo(Ending.BELOW_FLOOR);
        assertThat(sum(causes)).isEqualByComparingTo(causes.deviation());
    }

    @Test
    void stopsWhenTimeIsUp() {
        Leaves leaves = new Shelf(10, .05).change(List.of("c2"), v -> v * .5).leaves();
        Limits limits = new Limits(0, 12, Duration.ofNanos(1));

        RootCauses causes = RootCauses.of(leaves, limits, 2);

        assertThat(causes.ending()).isEqualTo(Ending.OUT_OF_TIME);
        assertThat(sum(causes)).isEqualByComparingTo(causes.deviation());
    }

    @Test
    void stopsAtTheMostCausesWanted() {
        Leaves leaves =
                new Shelf(11, .05)
                        .change(List.of("c2", "s1"), v -> v * .5)
                        .change(List.of("c3", "k1"), v -> v * .5)
                        .leaves();

        RootCauses causes = RootCauses.of(leaves, new Limits(0, 1, Duration.ofMinutes(1)), 2);

        assertThat(causes.causes()).hasSize(1);
        assertThat(causes.ending()).isEqualTo(Ending.MOST_NAMED);
    }

    @Test
    void answersTheSameInWhateverOrderLeavesCome() {
        Shelf shelf = new Shelf(12, .1).change(List.of("c1", "k2"), v -> v * .4);
        List<Map<String, String>> before = elements(causes(shelf.leaves()));

        List<Leaf> shuffled = new ArrayList<>(shelf.rows());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(elements(causes(Leaves.of(Shelf.DIMENSIONS, shuffled)))).isEqualTo(before);
        assertThat(before).hasSize(1);
    }

    @Test
    void findsAnElementOfLeavesThatSellOnceInAWhile() {
        SplittableRandom luck = new SplittableRandom(13);
        List<Leaf> rows = new ArrayList<>();
        for (int d = 0; d < 20 * 30 * 5; d++) {
            List<String> values = List.of("a" + d % 20, "b" + d / 20 % 30, "c" + d / 600);
            boolean hit = values.contains("a7") && values.contains("c2");
            double forecast = .8; // orders
            rows.add(new Leaf(values, poisson(luck, hit ? .1 : forecast), forecast));
        }

        RootCauses causes = causes(Leaves.of(List.of("a", "b", "c"), rows));

        assertThat(elements(causes)).containsExactly(Map.of("a", "a7", "c", "c2"));
    }

    @Test
    void blamesTheRateOfARatioAndNotItsMix() {
        SplittableRandom luck = new SplittableRandom(14);
        List<RatioLeaf> rows = new ArrayList<>();
        for (int d = 0; d < 6 * 10; d++) {
            List<String> values = List.of("d" + d % 6, "s" + d / 6);
            double visits = values.contains("s1") ? 3_000 : 1_000; // three times as many came
            double rate = values.contains("d4") ? .015 : .03;
            double orders = poisson(luck, visits * rate);
            rows.add(new RatioLeaf(values, orders, visits, 30, 1_000));
        }

        RootCauses causes = causes(Leaves.ofRatio(List.of("device", "source"), rows));

        assertThat(elements(causes)).containsExactly(Map.of("device", "d4"));
    }

    /** Half of the prices stay, the others were in a sale or are. */
    @Test
    void namesAMistakenPriceAmongPricesOfWhichHalfHaveMoved() {
        String usual =
                """
                289803 110400 35191 34192 17910 14514 10610 10058 9213 8446 7653 7150 6605 3701 3304
                6656 32228 11435 8907 4928 4478 3988 2442 2134 2628 1049 1994 2518 845 1759
                """;
        String paid =
                """
                37116 110522 35195 34607 17887 16079 10625 11012 9970 8957 6874 8232 6624 4715 2306
                3742 32228 11435 8907 4928 4916 3988 2699 2298 2799 944 2279 2518 1039 1231
                """;

        assertThat(elements(ofPrices(usual, paid))).first().asString().contains("product=p0");
    }

    /** What else moved is on sale, so that the middle of the money is a price that moved. */
    @Test
    void namesAMistakenPriceThatIsAThirdOfTheMoneyBesideASale() {
        String usual =
                """
                114429 39383 20914 13271 11574 5945 4860 4129 3662 3399 3304 2691 2387 2283 1021 788 688 455
                2240 10432 5477 3540 4878 2986 1128 420 871 1633 972 1090 747 708 296 158 270 233
                """;
        String paid =
                """
                14134 32751 21017 13398 11554 4164 4907 4159 3671 3403 3009 3456 2390 2285 1005 729 797 461
                980 8354 5477 3540 4878 2090 1128 420 871 1633 828 1322 747 708 296 149 326 233
                """;

        assertThat(elements(ofPrices(usual, paid))).contains(Map.of("product", "p0"));
    }

    /** A line a channel of units sold, at usual prices and as paid; the plan asked for more. */
    private static RootCauses ofPrices(String usual, String paid) {
        List<RatioLeaf> rows = new ArrayList<>();
        for (int channel = 0; channel < 2; channel++) {
            String[] then = usual.lines().toList().get(channel).split(" ", -1);
            String[] now = paid.lines().toList().get(channel).split(" ", -1);
            for (int p = 0; p < then.length; p++) {
                List<String> values = List.of("c" + channel, "p" + p);
                double worth = Double.parseDouble(then[p]);
                rows.add(new RatioLeaf(values, Double.parseDouble(now[p]), worth, 1.05, 1));
            }
        }
        return causes(Leaves.ofRatio(List.of("channel", "product"), rows));
    }

    @Test
    void cannotTellWithoutAForecast() {
        List<Leaf> rows = List.of(new Leaf(List.of("c1"), 10, 0), new Leaf(List.of("c2"), 5, 0));

        RootCauses causes = causes(Leaves.of(List.of("channel"), rows));

        assertThat(causes.ending()).isEqualTo(Ending.NO_FORECAST);
        assertThat(causes.rest()).isEqualByComparingTo("15");
    }

    @Test
    void takesLeavesWithMoreRefundsThanSales() {
        Shelf shelf = new Shelf(15, .05).change(List.of("c1", "s1"), v -> -v);

        RootCauses causes = causes(shelf.leaves());

        assertThat(elements(causes)).containsExactly(Map.of("channel", "c1", "state", "s1"));
        Cause cause = causes.causes().getFirst();
        assertThat(cause.amount().doubleValue())
                .isCloseTo(cause.actual() - cause.forecast(), within(.01));
        assertThat(sum(causes)).isEqualByComparingTo(causes.deviation());
    }

    @Test
    void refusesALeafThatIsNoNumber() {
        List<Leaf> rows = List.of(new Leaf(List.of("c1"), Double.NaN, 1));

        assertThatThrownBy(() -> Leaves.of(List.of("channel"), rows))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RootCauses causes(Leaves leaves) {
        return RootCauses.of(leaves, Limits.DEFAULT, 2);
    }

    private static List<Map<String, String>> elements(RootCauses causes) {
        return causes.causes().stream().map(Cause::element).toList();
    }

    private static BigDecimal sum(RootCauses causes) {
        return causes.causes().stream()
                .map(Cause::amount)
                .reduce(causes.common().add(causes.rest()), BigDecimal::add);
    }

    private static double poisson(SplittableRandom luck, double mean) {
        int count = -1;
        for (double sum = 0; sum < mean; count++) {
            sum -= Math.log(1 - luck.nextDouble());
        }
        return Math.max(0, count);
    }
}
