package app.rotina.insight.rates;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.rates.Funnel.Limits;
import app.rotina.insight.rates.Funnel.Place;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class FunnelTest {

    /** P(10 of 10 heads) = 1/1024 is under .0025, P(9 or more) = 11/1024 is not. */
    @Test
    void countsCoinsExactly() {
        assertThat(new Funnel(.5, .005).limits(10)).isEqualTo(new Limits(1, 9));
    }

    @Test
    void hasNoLowerLimitWhereNothingIsWithinChance() {
        Funnel funnel = new Funnel(.02, .002);

        assertThat(funnel.place(new Trials("quiet", 0, 100))).isEqualTo(Place.INSIDE);
        assertThat(funnel.place(new Trials("dead", 0, 1_000))).isEqualTo(Place.BELOW);
        assertThat(funnel.place(new Trials("lucky", 9, 100))).isEqualTo(Place.ABOVE);
        assertThat(funnel.place(new Trials("new", 0, 0))).isEqualTo(Place.INSIDE);
    }

    @Property
    void leavesNoMoreOutsideThanItSays(
            @ForAll @DoubleRange(min = .01, max = .99) double rate,
            @ForAll @IntRange(min = 1, max = 3_000) int trials) {
        BinomialDistribution chance = BinomialDistribution.of(trials, rate);
        Limits limits = new Funnel(rate, .05).limits(trials);

        double below = chance.cumulativeProbability(limits.fewest() - 1);
        double above = chance.survivalProbability(limits.most());

        assertThat(below).isLessThanOrEqualTo(.025);
        assertThat(above).isLessThanOrEqualTo(.025);
        assertThat(chance.cumulativeProbability(limits.fewest())).isGreaterThanOrEqualTo(.025);
        assertThat(chance.survivalProbability(limits.most() - 1)).isGreaterThan(.025);
    }
}
