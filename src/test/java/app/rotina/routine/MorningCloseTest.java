package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.DataFolder;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop in São Paulo that was added on 1 March 2026 and has orders until the 4th. */
class MorningCloseTest {
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
        state.sql("update store set created_at = '2026-03-01T12:00:00Z'").update();
        shop.take(
                "order_id,placed_at,status,channel,customer_id",
                "1,2026-02-20T10:00:00,,site,a",
                "2,2026-03-04T10:00:00,,site,b");
    }

    @AfterEach
    void close() {
        shop.close();
        database.close();
    }

    @Test
    void closesFromTheDayTheStoreWasAddedAsFarAsItsDataReach() {
        assertThat(at("2026-03-06T15:00:00Z").due(shop.store()))
                .containsExactly(day(1), day(2), day(3), day(4));
    }

    @Test
    void leavesTheRunningDayAndOldDaysAlone() {
        assertThat(at("2026-03-04T15:00:00Z").due(shop.store()))
                .containsExactly(day(1), day(2), day(3));
        assertThat(at("2026-03-10T15:00:00Z").due(shop.store())).containsExactly(day(3), day(4));
    }

    @Test
    void waitsForTheMorningOfTheStore() {
        assertThat(at("2026-03-05T07:59:00Z").due(shop.store())).isEmpty();
        assertThat(at("2026-03-05T08:00:00Z").due(shop.store())).contains(day(4));
    }

    @Test
    void keepsWhatItClosesOnce() {
        MorningClose morning = at("2026-03-05T15:00:00Z");
        morning.closeAll();
        morning.closeAll();
        assertThat(tellings(day(4))).isEqualTo(1);
    }

    @Test
    void closesAgainWhereLateDataOrAGoalChangedTheDay() {
        MorningClose morning = at("2026-03-05T15:00:00Z");
        morning.closeAll();
        shop.take("order_id,placed_at,status,channel,customer_id", "3,2026-03-03T10:00:00,,site,c");
        morning.closeAll();
        assertThat(tellings(day(3))).isEqualTo(2);
        assertThat(tellings(day(2))).isEqualTo(1);

        Aim aim = new Aim("net_revenue", null, YearMonth.of(2026, 3));
        SampleShop.goals(shop, state).set(shop.store(), aim, new BigDecimal("3100"), "ana");
        morning.closeAll();
        assertThat(tellings(day(2))).isEqualTo(2);
    }

    @Test
    void waitsForWhatAStoreFetchesLater() {
        assertThat(at("2026-03-05T08:30:00Z").due(shop.store())).contains(day(4));

        StateForTests.settings(state).fetchAt("ipe", LocalTime.of(6, 30));
        assertThat(at("2026-03-05T10:29:00Z").due(shop.store())).isEmpty();
        assertThat(at("2026-03-05T10:30:00Z").due(shop.store())).contains(day(4));
    }

    private int tellings(LocalDate day) {
        return StateForTests.closes(state, Clock.systemUTC()).history("ipe", day).size();
    }

    private MorningClose at(String instant) {
        Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        return new MorningClose(
                StateForTests.stores(state),
                StateForTests.settings(state),
                shop.warehouse(),
                SampleShop.closing(shop, state, clock),
                clock);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
