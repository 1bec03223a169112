package app.rotina.insight.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RfmTest {

    @Test
    void scoresTheLatestTheMostFrequentAndTheLargestFive() {
        double[] days = {1, 10, 20, 30, 40};
        double[] purchases = {9, 1, 2, 3, 4};
        double[] spent = {10, 50, 40, 30, 20};

        assertThat(Rfm.of(days, purchases, spent))
                .containsExactly(
                        new Rfm(5, 5, 1),
                        new Rfm(4, 1, 5),
                        new Rfm(3, 2, 4),
                        new Rfm(2, 3, 3),
                        new Rfm(1, 4, 2));
    }

    @Test
    void givesEqualsTheMiddleOfTheirRanks() {
        double[] purchases = {1, 1, 1, 1, 1, 1, 1, 2, 2, 9};

        assertThat(Rfm.quintiles(purchases)).containsExactly(2, 2, 2, 2, 2, 2, 2, 5, 5, 5);
    }

    @Test
    void scoresAllThreeWhereNobodyDiffers() {
        assertThat(Rfm.quintiles(new double[] {4, 4, 4})).containsOnly(3);
    }

    @Property
    void makesFifthsOfDifferentValues(@ForAll @IntRange(min = 1, max = 60) int fifth) {
        int[] scores = Rfm.quintiles(IntStream.range(0, 5 * fifth).mapToDouble(i -> i).toArray());

        for (int score = 1; score <= 5; score++) {
            int wanted = score;
            assertThat(Arrays.stream(scores).filter(each -> each == wanted).count())
                    .isEqualTo(fifth);
        }
    }

    @Property
    void neverScoresTheLargerLower(
            @ForAll @Size(min = 1, max = 40) int @IntRange(max = 9) [] counts) {
        double[] values = Arrays.stream(counts).mapToDouble(each -> each % 10).toArray();
        int[] scores = Rfm.quintiles(values);

        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                assertThat(Double.compare(values[i], values[j]) * (scores[i] - scores[j]))
                        .isNotNegative();
                assertThat(values[i] == values[j] && scores[i] != scores[j]).isFalse();
            }
        }
    }
}
