package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.Portfolio.Standing;
import app.rotina.state.StateForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {
    private static final String REVENUE = "net_revenue";

    @TempDir Path folder;

    @Test
    void holdsTheMonthToTheGoalItHasNowAndTheDayToTheOneItHad() {
        try (MondayShop monday =
                new MondayShop(folder, DriverIdentity.SESSIONS_CONVERSION_TICKET)) {
            Store store = monday.shop.store();
            Clock clock = SampleShop.noon(MondayShop.MONDAY.plusDays(1));
            Portfolio portfolio = portfolio(monday, clock);
            monday.want(REVENUE, null, "150");
            SampleShop.closing(monday.shop, monday.state, clock).close(store, MondayShop.MONDAY);
            DailyClose told = close(portfolio, store);
            assertThat(told.verdict()).isEqualTo(DailyClose.Verdict.MISSED);
            assertThat(goal(told)).isEqualByComparingTo("100000");

            Aim aim = new Aim(REVENUE, null, MondayShop.MARCH);
            monday.setting().set(store, aim, new BigDecimal("3000"), "ana");
            DailyClose later = close(portfolio, store);
            assertThat(goal(later)).isEqualByComparingTo("3000");
            assertThat(later.verdict()).isEqualTo(told.verdict());
            assertThat(later.month().projection()).isEqualTo(told.month().projection());

            monday.wantNothingOf(REVENUE);
            assertThat(close(portfolio, store).month().goal())
                    .isEqualTo(MetricValue.missing("no_goal"));
        }
    }

    private static BigDecimal goal(DailyClose close) {
        return close.month().goal().known().orElseThrow();
    }

    private static DailyClose close(Portfolio portfolio, Store store) {
        return portfolio.of(List.of(store)).stream()
                .findFirst()
                .flatMap(Standing::close)
                .orElseThrow();
    }

    private static Portfolio portfolio(MondayShop monday, Clock clock) {
        return new Portfolio(
                StateForTests.closes(monday.state, clock),
                StateForTests.goals(monday.state),
                new Pulses(
                        StateForTests.stores(monday.state),
                        monday.shop.warehouse(),
                        StateForTests.pulses(monday.state, clock)));
    }
}
