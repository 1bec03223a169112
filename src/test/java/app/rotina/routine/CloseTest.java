package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.goals.MonthGoal;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.Verdict;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five Mondays of a small shop: two orders of 100 each, and 100 sessions. */
class CloseTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final String ORDERS = "order_id,placed_at,status,channel,customer_id";
    private static final String ITEMS =
            "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount";

    @TempDir Path folder;
    private StoreForTests shop;
    private StateDatabase database;
    private Closing closing;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        database =
                StateDatabase.open(new DataFolder(Path.of("unused")), StateForTests.newDatabase());
        StateForTests.add(StateForTests.client(database), shop.store());
        closing =
                SampleShop.closing(
                        shop, StateForTests.client(database), SampleShop.noon(MONDAY.plusDays(1)));
        List<String> orders = new ArrayList<>(List.of(ORDERS));
        List<String> items = new ArrayList<>(List.of(ITEMS));
        List<String> traffic = new ArrayList<>(List.of("day,sessions"));
        for (int week = 4; week >= 0; week--) {
            LocalDate day = MONDAY.minusWeeks(week);
            for (int n = 0; n < (week == 0 ? 1 : 2); n++) {
                orders.add("%d-%d,%sT10:00:00,,site,c%d".formatted(week, n, day, n));
                items.add("%1$d-%2$d,%1$d-%2$d,A,Saia,1,100,100,100".formatted(week, n));
            }
            if (week > 0) {
                traffic.add(day + ",100");
            }
        }
        shop.take(orders.toArray(String[]::new));
        shop.take(items.toArray(String[]::new));
        shop.take(traffic.toArray(String[]::new));
    }

    @AfterEach
    void close() {
        shop.close();
        database.close();
    }

    @Test
    void splitsOrdersAndTicketWhileTheTrafficIsMissing() {
        DailyClose close = closing.close(shop.store(), MONDAY);
        assertThat(close.verdict()).isEqualTo(Verdict.NO_GOAL);
        assertThat(close.why().drivers())
                .extracting(DriverPart::metric)
                .contains("orders")
                .doesNotContain("sessions");
        assertThat(sum(close)).isEqualByComparingTo("-100");
    }

    @Test
    void isToldAnewWhenTheTrafficCame() {
        closing.close(shop.store(), MONDAY);
        shop.take("day,sessions", MONDAY + ",40");
        DailyClose close = closing.close(shop.store(), MONDAY);
        assertThat(close.revision()).isEqualTo(2);
        assertThat(close.restated()).isNull();
        assertThat(close.why().drivers())
                .extracting(DriverPart::metric)
                .contains("sessions", "conversion_rate");
        assertThat(sum(close)).isEqualByComparingTo("-100");
    }

    @Test
    void saysWhatItSaidBeforeLateOrdersCame() {
        closing.close(shop.store(), MONDAY);
        assertThat(closing.close(shop.store(), MONDAY).revision()).isEqualTo(1);
        shop.take(ORDERS, "late," + MONDAY + "T20:00:00,,site,c9");
        shop.take(ITEMS, "late,late,A,Saia,1,250,250,250");
        DailyClose close = closing.close(shop.store(), MONDAY);
        assertThat(close.revision()).isEqualTo(2);
        assertThat(Objects.requireNonNull(close.restated()).before()).isEqualByComparingTo("100");
        assertThat(sum(close)).isEqualByComparingTo("150");
    }

    @Test
    void holdsNothingAgainstADayThatIsNotOver() {
        Closing atNoon =
                SampleShop.closing(shop, StateForTests.client(database), SampleShop.noon(MONDAY));

        DailyClose told = atNoon.look(shop.store(), MONDAY);

        assertThat(told.verdict()).isEqualTo(Verdict.OPEN);
        MetricLine revenue =
                told.metrics().stream()
                        .filter(line -> line.id().equals(told.goalMetric()))
                        .findFirst()
                        .orElseThrow();
        assertThat(revenue.value().known().orElseThrow()).isEqualByComparingTo("100");
        assertThat(revenue.gap()).isEqualTo(MetricValue.missing("not_yet"));
        assertThat(revenue.sameWeekday()).isEqualTo(MetricValue.missing("not_yet"));
        assertThat(told.why().gap()).isEqualTo(MetricValue.missing("not_yet"));
        assertThat(told.changes().real()).isEmpty();
        assertThatThrownBy(() -> atNoon.close(shop.store(), MONDAY))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.DAY_OPEN));
    }

    @Test
    void leavesADayThatWasOnlyLookedAtOpen() {
        GoalSetting setting = SampleShop.goals(shop, StateForTests.client(database));
        Aim aim = new Aim("net_revenue", null, YearMonth.from(MONDAY));
        BigDecimal first = target(setting.set(shop.store(), aim, new BigDecimal("3100"), "ana"));
        assertThat(closing.look(shop.store(), MONDAY).revision()).isZero();
        BigDecimal second = target(setting.set(shop.store(), aim, new BigDecimal("6200"), "ana"));
        assertThat(second).isGreaterThan(first);
        assertThat(closing.close(shop.store(), MONDAY).revision()).isEqualTo(1);
        BigDecimal third = target(setting.set(shop.store(), aim, new BigDecimal("9300"), "ana"));
        assertThat(third).isEqualByComparingTo(second);
        assertThat(closing.look(shop.store(), MONDAY).revision()).isEqualTo(1);
    }

    @Test
    void showsARestatementBeforeItIsKept() {
        closing.close(shop.store(), MONDAY);
        shop.take(ORDERS, "late," + MONDAY + "T20:00:00,,site,c9");
        shop.take(ITEMS, "late,late,A,Saia,1,250,250,250");
        for (int times = 0; times < 2; times++) {
            DailyClose look = closing.look(shop.store(), MONDAY);
            assertThat(look.revision()).isEqualTo(2);
            assertThat(Objects.requireNonNull(look.restated()).before())
                    .isEqualByComparingTo("100");
        }
    }

    private static BigDecimal target(MonthGoal goal) {
        return goal.on(MONDAY).orElseThrow();
    }

    private static BigDecimal sum(DailyClose close) {
        assertThat(close.why().against()).isEqualTo("expected");
        return close.why().drivers().stream()
                .map(DriverPart::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
