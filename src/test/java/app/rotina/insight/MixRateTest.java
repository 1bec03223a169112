package app.rotina.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.MixRate.Group;
import app.rotina.insight.MixRate.Part;
import app.rotina.insight.MixRate.Ratio;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MixRateTest {

    @Test
    void seesThatEveryRateRoseWhileTheWholeFell() {
        MixRate split =
                MixRate.of(
                                List.of(
                                        group("paid", ratio(40, 4000), ratio(77, 7000)),
                                        group("organic", ratio(180, 6000), ratio(93, 3000))))
                        .orElseThrow();

        assertThat(split.change()).isEqualByComparingTo("-.005");
        assertEffects(split.parts().get(0), ".00055", "-.0027");
        assertEffects(split.parts().get(1), ".00045", "-.0033");
    }

    @Test
    void countsAGroupThatComesOrGoesAsMixAlone() {
        MixRate split =
                MixRate.of(
                                List.of(
                                        group("old", ratio(10, 100), ratio(0, 0)),
                                        group("new", ratio(0, 0), ratio(30, 100)),
                                        group("never", ratio(0, 0), ratio(0, 0))))
                        .orElseThrow();

        assertThat(split.parts()).allSatisfy(part -> assertThat(part.rate()).isZero());
        assertThat(sum(split)).isEqualByComparingTo(split.change());
    }

    @Test
    void saysNothingAboutARatioThatWasNotThere() {
        assertThat(MixRate.of(List.of(group("a", ratio(0, 0), ratio(5, 10))))).isEmpty();
    }

    @Property(tries = 300)
    void sumsToTheChange(@ForAll("groups") List<Group> groups) {
        MixRate.of(groups)
                .ifPresent(split ->
                        assertThat(sum(split))
                                .isCloseTo(split.change(), within(new BigDecimal("1e-25"))));
    }

    @Provide
    Arbitrary<List<Group>> groups() {
        Arbitrary<Ratio> ratios =
                Combinators.combine(
                                Arbitraries.integers().between(0, 500),
                                Arbitraries.integers().between(0, 9000))
                        .as((count, of) -> of == 0 ? ratio(0, 0) : ratio(count, of));
        return Combinators.combine(Arbitraries.of("a", "b", "c"), ratios, ratios)
                .as(Group::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static void assertEffects(Part part, String rate, String mix) {
        assertThat(part.rate()).isEqualByComparingTo(rate);
        assertThat(part.mix()).isEqualByComparingTo(mix);
    }

    private static BigDecimal sum(MixRate split) {
        return split.parts().stream()
                .map(part -> part.rate().add(part.mix()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Group group(String name, Ratio before, Ratio after) {
        return new Group(name, before, after);
    }

    private static Ratio ratio(int numerator, int denominator) {
        return new Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }
}
