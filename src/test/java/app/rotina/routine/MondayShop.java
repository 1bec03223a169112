package app.rotina.routine;

import app.rotina.goals.MonthGoal;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Five Mondays of a small shop: 100 sessions of 90 visitors, and two orders of 100, one of them by
 * chat; on the last Monday 80 sessions of 60 visitors and one order on the site.
 */
public final class MondayShop implements AutoCloseable {
    public static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    public static final YearMonth MARCH = YearMonth.from(MONDAY);

    public final StoreForTests shop;
    public final JdbcClient state;
    private final StateDatabase database;
    private final GoalSetting setting;

    public MondayShop(Path folder, DriverIdentity identity) {
        Store plain = StoreForTests.store("ipe", "America/Sao_Paulo", "BRL");
        shop =
                new StoreForTests(
                        folder,
                        new Store(
                                plain.id(),
                                plain.name(),
                                plain.zone(),
                                plain.currency(),
                                plain.locale(),
                                plain.basis(),
                                identity));
        database =
                StateDatabase.open(new DataFolder(Path.of("unused")), StateForTests.newDatabase());
        state = StateForTests.client(database);
        StateForTests.add(state, shop.store());
        setting = SampleShop.goals(shop, state);
        sell();
    }

    private void sell() {
        List<String> orders =
                new ArrayList<>(List.of("order_id,placed_at,status,channel,customer_id"));
        List<String> items =
                new ArrayList<>(
                        List.of(
                                "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount"));
        List<String> traffic = new ArrayList<>(List.of("day,sessions,visitors"));
        for (int week = 4; week >= 0; week--) {
            LocalDate day = MONDAY.minusWeeks(week);
            for (int n = 0; n < (week == 0 ? 1 : 2); n++) {
                String channel = n == 0 ? "site" : "chat";
                orders.add("%d-%d,%sT10:00:00,,%s,c%d".formatted(week, n, day, channel, n));
                items.add("%1$d-%2$d,%1$d-%2$d,A,Saia,1,100,100,100".formatted(week, n));
            }
            traffic.add(day + (week == 0 ? ",80,60" : ",100,90"));
        }
        shop.take(orders.toArray(String[]::new));
        shop.take(items.toArray(String[]::new));
        shop.take(traffic.toArray(String[]::new));
    }

    /** So many days before the last Monday get an order each, of 100 to 120. */
    public void sellEveryDay(int days) {
        List<String> orders = new ArrayList<>(List.of("order_id,placed_at,status,customer_id"));
        List<String> items =
                new ArrayList<>(List.of("line_id,order_id,sku,product_name,quantity,amount"));
        for (int n = 1; n <= days; n++) {
            orders.add("d%1$d,%2$sT12:00:00,,e%1$d".formatted(n, MONDAY.minusDays(n)));
            items.add("d%1$d-1,d%1$d,A,Saia,1,%2$d".formatted(n, 100 + 10 * (n % 3)));
        }
        shop.take(orders.toArray(String[]::new));
        shop.take(items.toArray(String[]::new));
    }

    public GoalSetting setting() {
        return setting;
    }

    public Seasons seasons() {
        return SeasonsForTests.of(shop.metrics(), shop.warehouse(), state);
    }

    /** Wants so much of the last Monday. */
    public MonthGoal want(String metric, @Nullable String channel, String value) {
        Aim aim = new Aim(metric, channel, MARCH);
        setting.set(shop.store(), aim, new BigDecimal("100000"), "ana");
        return setting.pin(shop.store(), aim, MONDAY, new BigDecimal(value), "ana");
    }

    void wantEveryDay(String metric, String value) {
        setting.setSteady(shop.store(), new Aim(metric, null, MARCH), new BigDecimal(value), "ana");
    }

    void wantNothingOf(String metric) {
        setting.remove(shop.store(), new Aim(metric, null, MARCH));
    }

    public DailyClose look() {
        return SampleShop.closing(shop, state, SampleShop.noon(MONDAY.plusDays(1)))
                .look(shop.store(), MONDAY);
    }

    static MetricLine line(DailyClose close, String metric) {
        return close.metrics().stream()
                .filter(line -> line.id().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        shop.close();
        database.close();
    }
}
