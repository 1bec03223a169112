package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.DayWeights;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Brazilian shop that sells 100 a day, but for the days named; the calendar knows why. */
class EventfulDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-06-02");
    private static final LocalDate BLACK_FRIDAY = LocalDate.parse("2025-11-28");

    @TempDir Path folder;
    private StoreForTests shop;
    private StateDatabase database;
    private JdbcClient state;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        database =
                StateDatabase.open(new DataFolder(Path.of("unused")), StateForTests.newDatabase());
        state = StateForTests.client(database);
        StateForTests.add(state, shop.store());
    }

    @AfterEach
    void close() {
        shop.close();
        database.close();
    }

    @Test
    void doesNotProjectBlackFridayAsAFriday() {
        sell(FIRST, LocalDate.parse("2025-11-24"), Map.of());
        DailyClose close = closed(LocalDate.parse("2025-11-24"));
        // 24 days of 100; then two of a Black Friday week that has been ordinary so far, and by
        // the calendar's priors the eve 1.9, Black Friday 3.6 and its weekend 1.8 twice
        assertThat(known(close.month().toDate())).isEqualByComparingTo("2400");
        assertThat(known(close.month().projection()).doubleValue())
                .isCloseTo(3510, Offset.offset(60.0));
    }

    @Test
    void doesNotLearnAFridayFromBlackFriday() {
        LocalDate day = LocalDate.parse("2025-12-19");
        sell(FIRST, day, Map.of(BLACK_FRIDAY, "360", LocalDate.parse("2025-12-12"), "130"));
        // the Fridays 14 and 7 November, 31 and 24 October: no event but wages
        assertThat(known(revenue(closed(day)).sameWeekday())).isEqualByComparingTo("100");
    }

    @Test
    void expectsOfAnEventWhatItDoesToAnOrdinaryDay() {
        sell(FIRST, BLACK_FRIDAY, Map.of(BLACK_FRIDAY, "300"));
        DailyClose close = closed(BLACK_FRIDAY);
        assertThat(close.why().against()).isEqualTo("expected");
        assertThat(known(close.why().gap())).isEqualByComparingTo("-60");
    }

    @Test
    void comparesCarnivalWithCarnival() {
        sell(
                LocalDate.parse("2025-01-06"),
                LocalDate.parse("2026-02-16"),
                Map.of(
                        LocalDate.parse("2025-03-03"), "333",
                        LocalDate.parse("2025-02-17"), "111",
                        LocalDate.parse("2025-05-05"), "222"));
        assertThat(known(revenue(closed(LocalDate.parse("2026-02-16"))).lastYear()))
                .isEqualByComparingTo("333");
    }

    @Test
    void needsOfTheNextDayWhatItWeighs() {
        sell(FIRST, LocalDate.parse("2025-11-26"), Map.of());
        GoalSetting setting = SampleShop.goals(shop, state);
        YearMonth november = YearMonth.of(2025, 11);
        setting.set(
                shop.store(), new Aim("net_revenue", null, november), new BigDecimal("4000"), "a");
        DailyClose.MonthStanding month = closed(LocalDate.parse("2025-11-26")).month();
        // 1400 are open, on four days that weigh 1.9 + 3.6 + 1.8 + 1.8 times their weekday
        DayWeights weights =
                SeasonsForTests.of(shop.metrics(), shop.warehouse(), state)
                        .weights(shop.store(), new Aim("net_revenue", null, november));
        assertThat(weights.calendar().main(BLACK_FRIDAY)).isPresent();
        assertThat(known(month.requiredPerDay())).isEqualByComparingTo("350");
        BigDecimal tomorrow = weights.of(LocalDate.parse("2025-11-27"));
        BigDecimal all = BigDecimal.ZERO;
        for (int day = 27; day <= 30; day++) {
            all = all.add(weights.of(november.atDay(day)));
        }
        assertThat(known(month.requiredTomorrow()).doubleValue())
                .isCloseTo(1400 * tomorrow.doubleValue() / all.doubleValue(), Offset.offset(0.05));
    }

    @Test
    void expectsMoreOfAPlannedCampaignThanOfOtherDays() {
        LocalDate last = LocalDate.parse("2025-08-17");
        sell(FIRST, last, Map.of());
        double plain = august(last);
        campaign("2025-08-25", "2025-08-29");
        // five days of 125 instead of 100
        assertThat(august(last) - plain).isCloseTo(125, Offset.offset(25.0));
    }

    @Test
    void learnsWhatCampaignsBringFromThoseBefore() {
        LocalDate last = LocalDate.parse("2025-08-17");
        Map<LocalDate, String> doubled = new HashMap<>();
        for (int week = 0; week < 3; week++) {
            LocalDate from = FIRST.plusWeeks(3L * week + 3);
            from.datesUntil(from.plusDays(3)).forEach(day -> doubled.put(day, "200"));
            campaign(from.toString(), from.plusDays(2).toString());
        }
        sell(FIRST, last, doubled);
        double plain = august(last);
        campaign("2025-08-25", "2025-08-29");
        // five days of nearly 200
        assertThat(august(last) - plain).isBetween(300.0, 520.0);
    }

    /** What is left of the month after the last day. */
    private double august(LocalDate last) {
        Aim aim = new Aim("net_revenue", null, YearMonth.from(last));
        return SeasonsForTests.of(shop.metrics(), shop.warehouse(), state)
                .ahead(shop.store(), aim, last)
                .orElseThrow()
                .total();
    }

    private void campaign(String from, String to) {
        new ActionKeeping(
                        shop.catalog(),
                        shop.metrics(),
                        StateForTests.actions(state, SampleShop.noon(BLACK_FRIDAY)))
                .add(
                        shop.store(),
                        new ActionKeeping.Said(
                                "Liquida",
                                "net_revenue",
                                LocalDate.parse(from),
                                null,
                                LocalDate.parse(to),
                                null,
                                "campaign",
                                null,
                                null,
                                null,
                                null),
                        "ana");
    }

    @Test
    void livesByTheCalendarOfItsLanguageElseOfItsMoney() {
        Seasons seasons = SeasonsForTests.of(shop.metrics(), shop.warehouse(), state);
        CommercialCalendar calendar = seasons.calendar(shop.store());
        assertThat(calendar.special(BLACK_FRIDAY)).isPresent();
        assertThat(seasons.calendar(shop.store())).isSameAs(calendar);
    }

    private DailyClose closed(LocalDate day) {
        return SampleShop.closing(shop, state, SampleShop.noon(day.plusDays(1)))
                .close(shop.store(), day);
    }

    private static MetricLine revenue(DailyClose close) {
        return close.metrics().stream()
                .filter(line -> line.id().equals("net_revenue"))
                .findFirst()
                .orElseThrow();
    }

    private void sell(LocalDate from, LocalDate to, Map<LocalDate, String> unlike) {
        List<String> orders =
                new ArrayList<>(List.of("order_id,placed_at,status,channel,customer_id"));
        List<String> items =
                new ArrayList<>(
                        List.of(
                                "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount"));
        from.datesUntil(to.plusDays(1))
                .forEach(day -> {
                    String amount = unlike.getOrDefault(day, "100");
                    orders.add("%1$s,%1$sT10:00:00,,site,c".formatted(day));
                    items.add("%1$s,%1$s,A,Saia,1,%2$s,%2$s,%2$s".formatted(day, amount));
                });
        shop.take(orders.toArray(String[]::new));
        shop.take(items.toArray(String[]::new));
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElseThrow();
    }
}
