package app.rotina.routine;

import static app.rotina.routine.MondayShop.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop explained by visitors × buyers × spend: usually 90 visitors, two buyers, 100 each. */
class BuyerTargetsTest {
    @TempDir Path folder;
    private MondayShop shop;

    @BeforeEach
    void open() {
        shop = new MondayShop(folder, DriverIdentity.VISITORS_BUYERS_SPEND);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void wantsMoreBuyersOfTheSameVisitors() {
        shop.want("net_revenue", null, "270");
        DailyClose close = shop.look();
        assertThat(line(close, "visitors").target().known().orElseThrow())
                .isEqualByComparingTo("90");
        assertThat(line(close, "buyers").target().known().orElseThrow())
                .isEqualByComparingTo("2.7");
        assertThat(line(close, "buyer_conversion_rate").target().known().orElseThrow())
                .isEqualByComparingTo("0.03");
        assertThat(line(close, "spend_per_buyer").target().known().orElseThrow())
                .isEqualByComparingTo("100");
        assertThat(line(close, "sessions").target()).isEqualTo(Targets.NO_GOAL);
    }

    @Test
    void takesTheGapApartOverVisitorsBuyersAndSpend() {
        shop.want("net_revenue", null, "270");
        assertThat(shop.look().why().drivers())
                .extracting(DriverPart::metric)
                .containsExactly("visitors", "buyer_conversion_rate", "spend_per_buyer");
        assertThat(
                        shop.look().why().drivers().stream()
                                .map(DriverPart::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("-170");
    }

    @Test
    void fallsBackToOrdersWhereBuyersAreNotKnown() {
        shop.shop.take(
                "order_id,placed_at,status,channel,customer_id", "0-0,2026-03-02T10:00:00,,site,");
        assertThat(shop.look().why().drivers())
                .extracting(DriverPart::metric)
                .contains("sessions", "conversion_rate");
    }
}
