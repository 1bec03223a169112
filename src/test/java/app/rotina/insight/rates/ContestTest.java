package app.rotina.insight.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.rates.Contest.Standing;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;

class ContestTest {

    /** Miller's closed form of P(B > A) for whole numbers ("Formulas for Bayesian A/B testing"). */
    @Property(tries = 100)
    void agreesWithTheClosedFormOfTwo(
            @ForAll @IntRange(min = 1, max = 200) int alphaA,
            @ForAll @IntRange(min = 1, max = 200) int betaA,
            @ForAll @IntRange(min = 1, max = 200) int alphaB,
            @ForAll @IntRange(min = 1, max = 200) int betaB) {
        Rate a = rate("a", alphaA, betaA);
        Rate b = rate("b", alphaB, betaB);

        List<Standing> standings = Contest.of(List.of(a, b)).standings();

        assertThat(standings.get(1).best()).isCloseTo(better(a, b), within(1e-4));
        assertThat(standings.get(0).loss()).isCloseTo(loss(a, b), within(1e-5));
        assertThat(standings.get(1).loss()).isCloseTo(loss(b, a), within(1e-5));
    }

    @Test
    void givesEqualsEqualChances() {
        Contest contest = Contest.of(Collections.nCopies(5, rate("same", 30, 70)));

        assertThat(contest.standings())
                .allSatisfy(each -> assertThat(each.best()).isCloseTo(.2, within(1e-9)));
    }

    @Test
    void staysExactBetweenManyTrialsAndFew() {
        Rate sure = rate("sure", 100_000, 900_000);
        Rate unsure = rate("unsure", 1, 1);

        Contest contest = Contest.of(List.of(sure, unsure));

        assertThat(contest.standings().get(1).best()).isCloseTo(.9, within(1e-4));
        assertThat(contest.standings().getFirst().loss()).isCloseTo(.405, within(1e-4));
    }

    @Test
    void namesAWinnerOnlyWhereTheLossIsSmallEnough() {
        Contest contest =
                Contest.of(List.of(rate("a", 50, 950), rate("b", 52, 948), rate("c", 20, 980)));

        assertThat(contest.winner(.0001)).isEmpty();
        assertThat(contest.winner(.005).map(each -> each.rate().seen().name())).hasValue("b");
    }

    @Test
    void comparesAHundredKeywords() {
        Contest contest = Contest.of(Collections.nCopies(100, rate("keyword", 3, 97)));

        assertThat(contest.standings().stream().mapToDouble(Standing::best).sum())
                .isCloseTo(1, within(1e-9));
    }

    private static Rate rate(String name, double alpha, double beta) {
        return new Rate(new Trials(name, 0, 0), alpha, beta);
    }

    /** The probability that the second is higher. */
    private static double better(Rate a, Rate b) {
        double sum = 0;
        for (int i = 0; i < (int) b.alpha(); i++) {
            sum +=
                    Math.exp(
                            Beta.logBeta(a.alpha() + i, a.beta() + b.beta())
                                    - Math.log(b.beta() + i)
                                    - Beta.logBeta(1 + i, b.beta())
                                    - Beta.logBeta(a.alpha(), a.beta()));
        }
        return sum;
    }

    /** The mean of max(other − chosen, 0) by the same form of laws with one success more. */
    private static double loss(Rate chosen, Rate other) {
        Rate otherMore = rate("", other.alpha() + 1, other.beta());
        Rate chosenMore = rate("", chosen.alpha() + 1, chosen.beta());
        return other.mean() * better(chosen, otherMore) - chosen.mean() * better(chosenMore, other);
    }
}
