package app.rotina.insight.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.Fit;
import app.rotina.insight.Fit.CannotTell;
import app.rotina.insight.Fit.Doubt;
import app.rotina.insight.Fit.Fitted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class BgNbdTest {
    private static final BgNbd SHOP = new BgNbd(.6, 8, .9, 2.2);

    @Test
    void findsTheModelThatCustomersWereDrawnFrom() {
        var fitted = (Fitted<BgNbd>) BgNbd.fit(drawn(4_000, 1));

        assertThat(fitted.model().r()).isCloseTo(.6, within(.08));
        assertThat(fitted.model().alpha()).isCloseTo(8, within(1.2));
        assertThat(fitted.model().a() / fitted.model().b()).isCloseTo(.9 / 2.2, within(.1));
    }

    @Test
    void findsTheSameCustomersInDaysAndInWeeks() {
        List<History> weeks = drawn(2_000, 2);
        List<History> days =
                weeks.stream()
                        .map(each -> new History(each.repeats(), 7 * each.last(), 7 * each.span()))
                        .toList();

        BgNbd byWeek = ((Fitted<BgNbd>) BgNbd.fit(weeks)).model();
        BgNbd byDay = ((Fitted<BgNbd>) BgNbd.fit(days)).model();

        assertThat(byDay.alpha()).isCloseTo(7 * byWeek.alpha(), within(1e-4));
        assertThat(byDay.expected(days.getFirst(), 70))
                .isCloseTo(byWeek.expected(weeks.getFirst(), 10), within(1e-6));
    }

    @Test
    void cannotTellFromAHandfulOfRepeaters() {
        List<History> few = new ArrayList<>(Collections.nCopies(5_000, new History(0, 0, 30)));
        few.addAll(Collections.nCopies(49, new History(1, 10, 30)));

        assertThat(BgNbd.fit(few)).isEqualTo(new CannotTell<BgNbd>(Doubt.TOO_FEW));
    }

    @Test
    void cannotTellWhereEverybodyIsAlike() {
        List<History> alike = Collections.nCopies(300, new History(3, 29, 30));

        assertThat(BgNbd.fit(alike)).isEqualTo(new CannotTell<BgNbd>(Doubt.NO_MAXIMUM));
    }

    @Test
    void expectsTheRepeatsThatNewCustomersMake() {
        double repeats =
                drawn(40_000, 3).stream().mapToInt(History::repeats).average().orElseThrow();

        assertThat(SHOP.expected(History.NEW, 40)).isCloseTo(repeats, within(.05));
    }

    @Test
    void hasNoGapWhereThePapersFormulaHasOne() {
        History seen = new History(3, 20, 30);
        double below = new BgNbd(.6, 8, 1 - 1e-7, 2.2).expected(seen, 20);
        double above = new BgNbd(.6, 8, 1 + 1e-7, 2.2).expected(seen, 20);

        assertThat(new BgNbd(.6, 8, 1, 2.2).expected(seen, 20))
                .isCloseTo((below + above) / 2, within(1e-9));
        assertThat(above).isCloseTo(below, within(1e-5));
    }

    /** Equation 10 of the paper as it is printed, summed term by term. */
    @Property(tries = 200)
    void expectsWhatThePapersFormulaSays(
            @ForAll @DoubleRange(min = .1, max = 4) double r,
            @ForAll @DoubleRange(min = 1, max = 20) double alpha,
            @ForAll @DoubleRange(min = 1.1, max = 8) double a,
            @ForAll @DoubleRange(min = .1, max = 8) double b,
            @ForAll @IntRange(max = 20) int repeats) {
        History seen = new History(repeats, repeats == 0 ? 0 : 25, 30);
        BgNbd model = new BgNbd(r, alpha, a, b);
        double z = 20 / (alpha + 50);
        double c = a + b + repeats - 1;
        double living =
                c
                        / (a - 1)
                        * (1
                                - Math.pow(1 - z, r + repeats)
                                        * hypergeometric(r + repeats, b + repeats, c, z));

        assertThat(model.expected(seen, 20))
                .isCloseTo(model.alive(seen) * living, within(1e-6 * (1 + living)));
    }

    @Property(tries = 200)
    void hopesLessTheLongerACustomerIsQuiet(
            @ForAll @IntRange(min = 1, max = 30) int repeats,
            @ForAll @DoubleRange(min = 0, max = 200) double quiet) {
        double now = SHOP.alive(new History(repeats, 10, 10 + quiet));
        double later = SHOP.alive(new History(repeats, 10, 11 + quiet));

        assertThat(now).isBetween(0., 1.);
        assertThat(later).isLessThan(now);
    }

    @Test
    void staysANumberForACustomerOfAThousandPurchases() {
        History daily = new History(1_000, 1_000, 1_010);

        assertThat(SHOP.expected(daily, 30)).isBetween(0., 30.);
        assertThat(SHOP.logLikelihood(List.of(daily))).isFinite();
    }

    @Test
    void expectsAsIfNobodyEverLeftWhereHardlyAnybodyDoes() {
        History seen = new History(3, 20, 30);

        assertThat(new BgNbd(.6, 8, 1e-9, 2.2).expected(seen, 20))
                .isCloseTo(3.6 / 38 * 20, within(1e-6));
    }

    @Test
    void refusesALastPurchaseAfterTheDayOfLooking() {
        assertThatThrownBy(() -> new History(1, 31, 30))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhyRatherThanLeavingAModelOut() {
        Fit<BgNbd> nobody = BgNbd.fit(List.of());

        assertThat(nobody).isEqualTo(new CannotTell<BgNbd>(Doubt.TOO_FEW));
    }

    private static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 2_000; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }

    /** Customers of 40 weeks, drawn by the model's own story. */
    private static List<History> drawn(int customers, long seed) {
        var random = new RandomDataGenerator(seed);
        List<History> drawn = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double rate = random.nextDeviate(new GammaDistribution(SHOP.r(), 1 / SHOP.alpha()));
            double leaves = random.nextBeta(SHOP.a(), SHOP.b());
            drawn.add(lived(random, rate, leaves));
        }
        return drawn;
    }

    private static History lived(RandomDataGenerator random, double rate, double leaves) {
        int repeats = 0;
        double last = 0;
        double next = random.nextExponential(1 / rate);
        while (next < 40) {
            repeats++;
            last = next;
            if (random.nextDouble() < leaves) {
                break;
            }
            next += random.nextExponential(1 / rate);
        }
        return new History(repeats, last, 40);
    }
}
