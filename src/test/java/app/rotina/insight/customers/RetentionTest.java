package app.rotina.insight.customers;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.customers.Retention.Cohort;
import app.rotina.insight.customers.Retention.Purchase;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final List<Purchase> PURCHASES =
            List.of(
                    new Purchase("ana", 1),
                    new Purchase("ana", 1),
                    new Purchase("ana", 3),
                    new Purchase("bia", 1),
                    new Purchase("bia", 2),
                    new Purchase("caio", 3),
                    new Purchase("davi", 3),
                    new Purchase("davi", 4));

    @Test
    void countsACustomerOnceAPeriodByTheFirst() {
        assertThat(Retention.of(PURCHASES, 4).cohorts())
                .containsExactly(new Cohort(1, List.of(2, 1, 1, 0)), new Cohort(3, List.of(2, 1)));
    }

    @Test
    void leavesOutThePeriodThatIsNotOver() {
        assertThat(Retention.of(PURCHASES, 3).cohorts())
                .containsExactly(new Cohort(1, List.of(2, 1, 1)), new Cohort(3, List.of(2)));
    }

    @Test
    void sumsTheCohortsThatAreOldEnough() {
        Retention triangle = Retention.of(PURCHASES, 4);

        assertThat(triangle.rate(0)).hasValue(1);
        assertThat(triangle.rate(1)).hasValue(2 / 4.);
        assertThat(triangle.rate(2)).hasValue(1 / 2.);
        assertThat(triangle.rate(4)).isEmpty();
    }
}
