package app.rotina.insight.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.Fit.CannotTell;
import app.rotina.insight.Fit.Doubt;
import app.rotina.insight.Fit.Fitted;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class BetaPriorTest {

    @Test
    void findsTheLawThatUnitsWereDrawnFrom() {
        BetaPrior found = fitted(drawn(new BetaLaw(4, 36), 2_000, 60, 3).units());

        assertThat(found.alpha() / found.beta()).isCloseTo(1 / 9., within(.006));
        assertThat(found.alpha() + found.beta()).isCloseTo(40, within(6.));
    }

    @Test
    void coversTheTrueRatesAsOftenAsItSays() {
        int covered = 0;
        for (int set = 0; set < 100; set++) {
            Drawn drawn = drawn(new BetaLaw(6, 54), 20, 50, 100 + set);
            BetaPrior prior = fitted(drawn.units());
            for (int i = 0; i < 20; i++) {
                Rate rate = prior.posterior(drawn.units().get(i));
                double truth = drawn.rates().get(i);
                covered += rate.quantile(.05) <= truth && truth <= rate.quantile(.95) ? 1 : 0;
            }
        }

        assertThat(covered / 2000.).isBetween(.85, .95);
    }

    @Test
    void drawsFewTrialsFurtherThanMany() {
        List<Trials> units =
                List.of(
                        new Trials("new", 2, 4),
                        new Trials("old", 200, 400),
                        new Trials("c", 20, 100),
                        new Trials("d", 30, 100),
                        new Trials("e", 25, 100));
        BetaPrior prior = fitted(units);

        assertThat(prior.posterior(units.get(1)).mean()).isCloseTo(.5, within(.02));
        assertThat(prior.posterior(units.getFirst()).mean()).isBetween(.28, .45);
        assertThat(prior.posterior(new Trials("unseen", 0, 0)).mean()).isBetween(.25, .4);
    }

    @Test
    void leavesRoomToDifferWhereTheyHappenToBeAlike() {
        List<Trials> alike = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            alike.add(new Trials("agent " + i, 10, 50));
        }
        Rate rate = fitted(alike).posterior(alike.getFirst());

        assertThat(rate.mean()).isCloseTo(.2, within(.005));
        assertThat(rate.quantile(.95) - rate.quantile(.05)).isGreaterThan(.05);
    }

    @Test
    void cannotTellFromThreeNorWhereNobodySucceeded() {
        Trials none = new Trials("a", 0, 10);

        assertThat(BetaPrior.fit(List.of(none, none, none)))
                .isEqualTo(new CannotTell<BetaPrior>(Doubt.TOO_FEW));
        assertThat(BetaPrior.fit(List.of(none, none, none, none)))
                .isEqualTo(new CannotTell<BetaPrior>(Doubt.NO_MAXIMUM));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> new Trials("a", 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BetaPrior fitted(List<Trials> units) {
        return ((Fitted<BetaPrior>) BetaPrior.fit(units)).model();
    }

    private record Drawn(List<Trials> units, List<Double> rates) {}

    private static Drawn drawn(BetaLaw law, int units, int trials, long seed) {
        var random = new RandomDataGenerator(seed);
        Drawn drawn = new Drawn(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < units; i++) {
            double rate = random.nextBeta(law.alpha(), law.beta());
            int successes = 0;
            for (int k = 0; k < trials; k++) {
                successes += random.nextDouble() < rate ? 1 : 0;
            }
            drawn.units().add(new Trials("unit " + i, successes, trials));
            drawn.rates().add(rate);
        }
        return drawn;
    }
}
