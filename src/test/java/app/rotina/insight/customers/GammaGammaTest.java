package app.rotina.insight.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.Fit.CannotTell;
import app.rotina.insight.Fit.Doubt;
import app.rotina.insight.Fit.Fitted;
import app.rotina.insight.customers.LifetimeValue.Horizon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class GammaGammaTest {
    private static final GammaGamma SHOP = new GammaGamma(6, 4, 15);

    @Test
    void findsTheModelThatSpendWasDrawnFrom() {
        GammaGamma model = ((Fitted<GammaGamma>) GammaGamma.fit(drawn(5_000))).model();

        assertThat(model.p()).isCloseTo(6, within(.6));
        assertThat(model.q()).isCloseTo(4, within(.3));
        assertThat(model.expected(new Spend(0, 0))).isCloseTo(30, within(1.));
    }

    @Test
    void trustsACustomersOwnMeanTheMoreTheOftenerTheyBought() {
        double once = SHOP.expected(new Spend(1, 100));
        double often = SHOP.expected(new Spend(50, 100));

        assertThat(once).isBetween(30., 100.);
        assertThat(often).isBetween(once, 100.);
        assertThat(SHOP.expected(new Spend(0, 0))).isEqualTo(30);
    }

    @Test
    void cannotTellWhereAllSpendTheSame() {
        List<Spend> same = Collections.nCopies(200, new Spend(2, 30));

        assertThat(GammaGamma.fit(same)).isEqualTo(new CannotTell<GammaGamma>(Doubt.NO_MAXIMUM));
    }

    @Test
    void countsThoseWithoutARepeatAsNothingSeen() {
        assertThat(GammaGamma.fit(Collections.nCopies(500, new Spend(0, 0))))
                .isEqualTo(new CannotTell<GammaGamma>(Doubt.TOO_FEW));
    }

    @Test
    void discountsWhatComesLater() {
        var value = new LifetimeValue(new BgNbd(.6, 8, .9, 2.2), SHOP);
        History seen = new History(4, 30, 40);
        Spend spent = new Spend(4, 50);

        double plain = value.of(seen, spent, new Horizon(12, 4, 0));

        assertThat(plain)
                .isCloseTo(
                        value.purchases().expected(seen, 48) * SHOP.expected(spent), within(1e-9));
        assertThat(value.of(seen, spent, new Horizon(12, 4, .01)))
                .isBetween(plain / Math.pow(1.01, 12), plain / 1.01);
    }

    private static List<Spend> drawn(int customers) {
        var random = new RandomDataGenerator(7);
        List<Spend> drawn = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            int repeats = 1 + i % 5;
            double rate = random.nextDeviate(new GammaDistribution(SHOP.q(), 1 / SHOP.gamma()));
            double total = random.nextDeviate(new GammaDistribution(SHOP.p() * repeats, 1 / rate));
            drawn.add(new Spend(repeats, total / repeats));
        }
        return drawn;
    }
}
