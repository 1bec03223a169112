package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Question;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Checking;
import app.rotina.routine.checks.ChecksForTests;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Week after week and fortnight after fortnight of a shop: what their checks open, to be added to
 * what its days do. Each month's goals, also of its channels, are what it is most likely to bring.
 */
class QuietRoundsTest {
    private static final int WEEKS = 40;
    private static final int SHARES_OF = 91;
    private static final String REVENUE = "net_revenue";
    private static final MetricValue NONE = MetricValue.missing("no_source");

    /** Of a day, beside the twentieth that the checks of days may open. */
    private static final double TASKS_A_DAY = .95;

    private static final LocalDate LAST = END.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    private static final LocalDate FIRST = LAST.minusWeeks(WEEKS).plusDays(1);
    private static final Clock CLOCK = SampleShop.noon(END.plusDays(1));

    private final StoreForTests shop = SampleShop.Large.SHOP.store;
    private final JdbcClient state =
            StateForTests.client(
                    StateDatabase.open(
                            new DataFolder(Path.of("unused")), StateForTests.newDatabase()));

    @Test
    void opensNoMoreThanATaskADay() {
        StateForTests.add(state, shop.store());
        Seasons seasons = SeasonsForTests.of(shop.metrics(), shop.warehouse(), state);
        MonthOutlooks months = months(seasons);
        for (YearMonth month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(LAST));
                month = month.plusMonths(1)) {
            setGoals(months, month);
        }
        try (DemandOutlook demand = new DemandOutlook(shop.metrics(), shop.warehouse())) {
            ChecksForTests.Shop checked =
                    new ChecksForTests.Shop(
                            shop.catalog(), shop.metrics(), shop.warehouse(), seasons);
            Checking checking =
                    ChecksForTests.rounds(
                            checked, state, CLOCK, new ChecksForTests.Ahead(demand, months));
            new Days(FIRST, LAST).stream().forEach(day -> live(checking, day));
        }
        long opened = state.sql("select count(*) from task").query(Long.class).single();
        assertThat(opened / (7.0 * WEEKS)).isLessThanOrEqualTo(TASKS_A_DAY);
    }

    private void live(Checking checking, LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            checking.run(shop.store(), Cadence.WEEKLY, day);
        }
        if (day.getDayOfMonth() == 15 || day.equals(YearMonth.from(day).atEndOfMonth())) {
            checking.run(shop.store(), Cadence.FORTNIGHTLY, day);
        }
    }

    private MonthOutlooks months(Seasons seasons) {
        return new MonthOutlooks(
                shop.catalog(),
                shop.metrics(),
                StateForTests.goals(state),
                SampleShop.goals(shop, state),
                seasons,
                CLOCK);
    }

    /** As known on the eve of the month. */
    private void setGoals(MonthOutlooks months, YearMonth month) {
        GoalSetting goals = SampleShop.goals(shop, state);
        LocalDate eve = month.atDay(1).minusDays(1);
        BigDecimal likely =
                months.of(shop.store(), new MonthOutlooks.Asked(month, REVENUE, eve))
                        .outlook()
                        .projection()
                        .known()
                        .orElseThrow();
        goals.set(shop.store(), new Aim(REVENUE, null, month), likely, "owner");
        Days days = new Days(eve.minusDays(SHARES_OF), eve);
        Question question = new Question(List.of(REVENUE), List.of("channel"), days, Map.of());
        BigDecimal all = shop.metrics().value(shop.store(), REVENUE, days).known().orElseThrow();
        for (Answer.Row row : shop.metrics().rows(shop.store(), question)) {
            BigDecimal sold =
                    row.values().getOrDefault(REVENUE, NONE).known().orElse(BigDecimal.ZERO);
            BigDecimal share = sold.divide(all, MathContext.DECIMAL64);
            goals.set(
                    shop.store(),
                    new Aim(REVENUE, row.keys().getOrDefault("channel", ""), month),
                    likely.multiply(share).setScale(2, RoundingMode.HALF_UP),
                    "owner");
        }
    }
}
