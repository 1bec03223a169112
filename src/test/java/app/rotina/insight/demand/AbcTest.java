package app.rotina.insight.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbcTest {

    @Test
    void theProductsOfTheFirstEightyPercentAreA() {
        assertThat(Abc.of(new double[] {4, 15, 70, 11}))
                .containsExactly(Abc.C, Abc.A, Abc.A, Abc.B);
        assertThat(Abc.of(new double[] {80, 15, 5})).containsExactly(Abc.A, Abc.B, Abc.C);
    }

    @Test
    void returnsAreNotRevenueAndNoRevenueIsNotA() {
        assertThat(Abc.of(new double[] {100, -500, 0})).containsExactly(Abc.A, Abc.C, Abc.C);
        assertThat(Abc.of(new double[] {0, 0})).containsExactly(Abc.C, Abc.C);
        assertThat(Abc.of(new double[0])).isEmpty();
    }
}
