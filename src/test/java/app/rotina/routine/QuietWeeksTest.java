package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.DataFolder;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Checking;
import app.rotina.routine.checks.ChecksForTests;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Week after week of a shop: what its weekly checks open, to be added to what its days do. */
class QuietWeeksTest {
    private static final int WEEKS = 40;

    /** Of a day, beside the twentieth that the checks of days may open. */
    private static final double TASKS_A_DAY = .95;

    @Test
    void opensNoMoreThanATaskADay() {
        StoreForTests shop = SampleShop.Large.SHOP.store;
        JdbcClient state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(state, shop.store());
        try (DemandOutlook demand = new DemandOutlook(shop.metrics(), shop.warehouse())) {
            Checking checking = checking(shop, state, demand);
            LocalDate last = END.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            for (int back = WEEKS - 1; back >= 0; back--) {
                checking.run(shop.store(), Cadence.WEEKLY, last.minusWeeks(back));
            }
        }
        long opened = state.sql("select count(*) from task").query(Long.class).single();
        assertThat(opened / (7.0 * WEEKS)).isLessThanOrEqualTo(TASKS_A_DAY);
    }

    private static Checking checking(StoreForTests shop, JdbcClient state, DemandOutlook demand) {
        return ChecksForTests.weekly(
                new ChecksForTests.Shop(
                        shop.catalog(),
                        shop.metrics(),
                        shop.warehouse(),
                        SeasonsForTests.of(shop.metrics(), shop.warehouse(), state)),
                state,
                SampleShop.noon(END.plusDays(1)),
                demand);
    }
}
