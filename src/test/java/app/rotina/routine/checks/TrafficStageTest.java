package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Days;
import app.rotina.routine.SeasonsForTests;
import app.rotina.routine.checks.Judge.Ruling;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three quarters of a shop's visits, and a last fortnight in which one stage may fail. */
class TrafficStageTest {
    private static final LocalDate LAST = LocalDate.parse("2026-10-15");
    private static final Turns TURNS =
            new Turns(CommercialCalendar.of("BR"), DayOfWeek.MONDAY, LAST.minusYears(1));
    private static final Turn FORTNIGHT = TURNS.of(Cadence.FORTNIGHTLY, LAST);

    @TempDir Path folder;

    @Test
    void namesTheStageThatFellAndWhatItCosts() {
        assertThat(ruling(.5, 1).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.where()).isEqualTo(Map.of("stage", "add_to_cart_rate"));
                    assertThat(found.value()).isBetween(decimal(".045"), decimal(".055"));
                    assertThat(found.usual()).isBetween(decimal(".095"), decimal(".105"));
                    assertThat(found.stake()).isBetween(decimal("400"), decimal("600"));
                });
    }

    @Test
    void namesTheWorstOfTwo() {
        assertThat(ruling(.7, .4).findings())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.where()).isEqualTo(Map.of("stage", "checkout_rate")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.4})
    void isSilentWhereNothingFell(double carts) {
        Ruling ruling = ruling(carts, 1);
        assertThat(ruling.missing()).isNull();
        assertThat(ruling.findings()).isEmpty();
    }

    @Test
    void cannotTellWhereNobodyCountsCarts() {
        try (StoreForTests shop = new StoreForTests(folder)) {
            shop.take("day,sessions,visitors", "2026-10-02,100,90", "2026-10-14,100,90");
            assertThat(judge(shop).on(shop.store(), FORTNIGHT).missing()).isEqualTo("no_source");
        }
    }

    /**
     * A thousand visits a day, a tenth to the cart, half of these to the checkout, a tenth of them
     * orders.
     */
    private Ruling ruling(double carts, double checkouts) {
        Random chance = new Random(7);
        List<String> visits = new ArrayList<>(List.of("day,sessions,add_to_carts,checkouts"));
        List<String> orders = new ArrayList<>(List.of("order_id,placed_at,status"));
        List<String> lines =
                new ArrayList<>(List.of("line_id,order_id,sku,product_name,quantity,amount"));
        for (LocalDate day : new Days(LAST.minusDays(270), LAST).stream().toList()) {
            boolean late = !day.isBefore(FORTNIGHT.first());
            long put = Math.round((late ? carts : 1) * (100 + 4 * chance.nextGaussian()));
            long begun =
                    Math.round((late ? checkouts : 1) * put * (.5 + .02 * chance.nextGaussian()));
            visits.add("%s,1000,%d,%d".formatted(day, put, begun));
            for (long order = 0; order < Math.round(begun / 10.0); order++) {
                String id = day + "-" + order;
                orders.add("%s,%sT12:00:00,".formatted(id, day));
                lines.add("%1$s,%1$s,s,Saia,1,200".formatted(id));
            }
        }
        try (StoreForTests shop = new StoreForTests(folder)) {
            shop.take(visits.toArray(String[]::new));
            shop.take(orders.toArray(String[]::new));
            shop.take(lines.toArray(String[]::new));
            return judge(shop).on(shop.store(), FORTNIGHT);
        }
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }

    private static TrafficStage judge(StoreForTests shop) {
        JdbcClient state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(state, shop.store());
        return new TrafficStage(
                shop.catalog(),
                shop.metrics(),
                SeasonsForTests.of(shop.metrics(), shop.warehouse(), state));
    }
}
