package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static app.rotina.routine.SampleShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.routine.DailyClose.CutPart;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.Verdict;
import app.rotina.routine.DailyClose.Why;
import app.rotina.routine.GoalSetting.Aim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The close of the sample store's days, on which known things went wrong. */
class SampleCloseTest {
    private static final LocalDate TODAY = END.plusDays(1);

    @BeforeAll
    static void setGoal() {
        SHOP.goals()
                .set(
                        SHOP.store.store(),
                        new Aim("net_revenue", null, YearMonth.from(END)),
                        new BigDecimal("150000.00"),
                        "ana");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 7, 9, 10, 13, 18, 45, 75, 117, 152, 197, 260})
    void explainsTheWholeGap(int daysBefore) {
        Why why = close(daysBefore).why();
        BigDecimal gap = why.gap().known().orElseThrow();
        assertThat(why.drivers()).isNotEmpty();
        assertThat(
                        why.drivers().stream()
                                .map(DriverPart::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(gap);
        assertThat(why.cuts())
                .isNotEmpty()
                .allSatisfy(cut ->
                        assertThat(
                                        cut.parts().stream()
                                                .map(CutPart::amount)
                                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                                .as(cut.dimension())
                                .isEqualByComparingTo(gap));
    }

    @Test
    void comparesWithTheTargetWhereThereIsOne() {
        DailyClose close = close(0);
        assertThat(close.why().against()).isEqualTo("target");
        assertThat(close.verdict()).isIn(Verdict.MET, Verdict.MISSED);
        BigDecimal gap = close.why().gap().known().orElseThrow();
        assertThat(close.verdict() == Verdict.MET).isEqualTo(gap.signum() >= 0);
    }

    @Test
    void comparesWithWhatWasToBeExpectedWhereThereIsNoGoal() {
        DailyClose close = close(45);
        assertThat(close.verdict()).isEqualTo(Verdict.NO_GOAL);
        assertThat(close.why().against()).isEqualTo("expected");
    }

    @Test
    void isProvisionalWhileSourcesMayChangeIt() {
        assertThat(close(0).provisional()).isTrue();
        assertThat(close(1).provisional()).isTrue();
        assertThat(close(2).provisional()).isFalse();
    }

    @Test
    void saysThatThereAreNoData() {
        DailyClose close =
                SHOP.closingOn(END.plusDays(9)).close(SHOP.store.store(), END.plusDays(5));
        assertThat(close.verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(close.why().drivers()).isEmpty();
    }

    private static DailyClose close(int daysBefore) {
        return SHOP.closingOn(TODAY).close(SHOP.store.store(), END.minusDays(daysBefore));
    }
}
