package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.routine.DailyClose.ChannelLine;
import app.rotina.routine.GoalSetting.Aim;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelGoalsTest {
    @TempDir Path folder;
    private MondayShop shop;

    @BeforeEach
    void open() {
        shop = new MondayShop(folder, DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void showsEachChannelAndWhatTheStoresGoalHoldsBesideThem() {
        shop.want("net_revenue", null, "300");
        shop.want("net_revenue", "chat", "120");
        shop.want("net_revenue", "site", "150");
        DailyClose close = shop.look();
        assertThat(close.channels())
                .extracting(ChannelGoalsTest::read)
                .containsExactly(
                        "chat 0 of 120, -120", "site 100 of 150, -50", "(remainder) 0 of 30, -30");
        assertThat(close.goalMetric()).isEqualTo("net_revenue");
    }

    @Test
    void needsNoGoalOfTheStore() {
        shop.want("orders", "site", "1");
        DailyClose close = shop.look();
        assertThat(close.channels())
                .extracting(ChannelGoalsTest::read)
                .containsExactly("site 1 of 1, 0");
        assertThat(close.verdict()).isEqualTo(DailyClose.Verdict.NO_GOAL);
    }

    @Test
    void refusesAChannelThatIsNoneAndAMetricWithoutChannels() {
        assertThatThrownBy(() -> shop.want("net_revenue", "fax", "1"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.UNKNOWN_CHANNEL));
        assertThatThrownBy(() ->
                        shop.setting()
                                .setSteady(
                                        shop.shop.store(),
                                        new Aim("conversion_rate", "site", YearMonth.of(2026, 3)),
                                        BigDecimal.ONE,
                                        "ana"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.NO_CHANNELS));
    }

    private static String read(ChannelLine line) {
        return "%s %s of %s, %s"
                .formatted(
                        line.channel(),
                        plain(line.value()),
                        plain(line.target()),
                        plain(line.gap()));
    }

    private static String plain(MetricValue value) {
        return value.known().orElseThrow().stripTrailingZeros().toPlainString();
    }
}
