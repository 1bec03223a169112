package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static app.rotina.routine.SampleShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store;
import app.rotina.warehouse.ImportLog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceStandingsTest {
    private static final Store STORE = SHOP.store.store();

    @Test
    void countsAllRowsOfASourceAndHowFarItReaches() {
        SourceStanding orders = source(on(END.plusDays(1)), "rotina/orders");
        ImportLog.Entry logged =
                SHOP.store.warehouse().log().latest(STORE.id(), 50).stream()
                        .filter(entry -> entry.delivery().equals("rotina/orders"))
                        .findFirst()
                        .orElseThrow();

        assertThat(orders.source().through()).isEqualTo(END);
        assertThat(orders.source().counts().read()).isEqualTo(logged.read());
        assertThat(orders.source().complete()).isEqualTo(logged.at());
        assertThat(orders.settled()).isEqualTo(END.minusDays(2));
        assertThat(orders.late()).isZero();
        assertThat(orders.missing()).isEmpty();
    }

    @Test
    void saysWhatIsMissingBecauseNothingHasCome() {
        SourceStandings.Overview late = on(END.plusDays(4));

        assertThat(source(late, "rotina/orders").late()).isEqualTo(3);
        assertThat(source(late, "rotina/orders").missing()).contains("orders", "conversion_rate");
        assertThat(source(late, "daily-traffic/traffic").missing())
                .contains("sessions", "conversion_rate")
                .doesNotContain("orders");
        assertThat(source(late, "rotina/orders").settled()).isEqualTo(END);
    }

    @Test
    void isNeverLateWithRowsOfNoDay() {
        SourceStanding products = source(on(END.plusDays(30)), "products/products");

        assertThat(products.source().through()).isNull();
        assertThat(products.late()).isZero();
    }

    private static SourceStandings.Overview on(LocalDate today) {
        Clock noon =
                Clock.fixed(today.atTime(12, 0).atZone(STORE.zone()).toInstant(), STORE.zone());
        return new SourceStandings(
                        SHOP.store.catalog(),
                        SHOP.store.metrics(),
                        SampleShop.settling(SHOP.store, SHOP.state, noon),
                        SHOP.store.warehouse(),
                        noon)
                .of(STORE);
    }

    private static SourceStanding source(SourceStandings.Overview all, String delivery) {
        List<SourceStanding> found =
                all.sources().stream()
                        .filter(one -> one.source().delivery().equals(delivery))
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
