package app.rotina.insight.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.Fit.Fitted;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The eighteen batters of Efron and Morris (1975, 1977), Clemente first. */
class JamesSteinTest {
    private static final int AT_BATS = 45;
    private static final List<Integer> HITS =
            List.of(18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7);

    /** Rounded as the papers print them. */
    private static final List<Double> AVERAGES =
            HITS.stream().map(hits -> Math.round(1000. * hits / AT_BATS) / 1000.).toList();

    private static final List<Double> REST_OF_THE_SEASON =
            List.of(
                    .346, .298, .276, .222, .273, .270, .263, .210, .269, .230, .264, .256, .303,
                    .264, .226, .285, .316, .200);

    @Test
    void drawsClementeFrom400To294() {
        JamesStein batters = JamesStein.ofRates(AVERAGES, AT_BATS);

        assertThat(batters.centre()).isCloseTo(.265, within(.0005));
        assertThat(batters.factor()).isCloseTo(.212, within(.0005));
        assertThat(batters.estimates().getFirst()).isCloseTo(.294, within(.0005));
    }

    @Test
    void errsAThirdAsMuchAsTheAverages() {
        List<Double> drawn = JamesStein.ofRates(AVERAGES, AT_BATS).estimates();

        assertThat(JamesStein.squaredError(AVERAGES, REST_OF_THE_SEASON))
                .isCloseTo(.0754, within(.00005));
        assertThat(JamesStein.squaredError(drawn, REST_OF_THE_SEASON))
                .isCloseTo(.0213, within(.00005));
    }

    @Test
    void agreesWithTheBetaPriorOnThem() {
        List<Trials> batters =
                IntStream.range(0, HITS.size())
                        .mapToObj(i -> new Trials("batter " + i, HITS.get(i), AT_BATS))
                        .toList();
        BetaPrior prior = ((Fitted<BetaPrior>) BetaPrior.fit(batters)).model();
        List<Double> drawn = batters.stream().map(each -> prior.posterior(each).mean()).toList();

        assertThat(drawn.getFirst()).isCloseTo(.294, within(.01));
        assertThat(JamesStein.squaredError(drawn, REST_OF_THE_SEASON)).isLessThan(.022);
    }

    @Test
    void drawsNothingOfThreeAndEverythingOfEquals() {
        assertThat(JamesStein.of(List.of(1., 2., 6.), 1).estimates()).containsExactly(1., 2., 6.);
        assertThat(JamesStein.of(List.of(2., 2., 2., 2.), 1).factor()).isZero();
        assertThat(JamesStein.of(List.of(1.9, 2., 2.1, 2.), 9).estimates()).containsOnly(2.);
    }
}
