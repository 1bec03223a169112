package app.rotina.routine;

import static app.rotina.routine.MondayShop.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store.DriverIdentity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataReachTest {
    private static final LocalDate FRIDAY = MONDAY.minusDays(3);

    @TempDir private Path folder;
    private MondayShop shop;

    @BeforeEach
    void open() {
        shop = new MondayShop(folder, DriverIdentity.SESSIONS_CONVERSION_TICKET);
        shop.shop.take(
                "Reporting starts,Reporting ends,Campaign name,Amount spent (BRL),Impressions",
                "%1$s,%1$s,Saias,50.00,1000".formatted(FRIDAY));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void tellsOfEachFigureHowFarItsOwnSourceCame() {
        assertThat(through("net_revenue")).contains(MONDAY);
        assertThat(through("sessions")).contains(MONDAY);
        assertThat(through("ad_spend")).contains(FRIDAY);
    }

    @Test
    void tellsOfAFigureMadeOfSeveralTheOneThatCameLeastFar() {
        assertThat(through("blended_roas")).contains(FRIDAY);
        assertThat(through("conversion_rate")).contains(MONDAY);
    }

    @Test
    void goesByTheSourceThatCameFurthest() {
        shop.shop.take("day,sessions,visitors", MONDAY.plusDays(2) + ",70,60");

        assertThat(through("sessions")).contains(MONDAY.plusDays(2));
        assertThat(through("net_revenue")).contains(MONDAY);
    }

    @Test
    void saysNothingOfWhatNobodyBrought() {
        assertThat(through("conversations")).isEmpty();
    }

    private Optional<LocalDate> through(String metric) {
        return new DataReach(shop.shop.catalog(), shop.shop.warehouse())
                .through(shop.shop.store(), metric);
    }
}
