package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.DriverModel;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose.Change;
import app.rotina.routine.DailyClose.Changes;
import app.rotina.routine.DailyClose.NotYet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The changes that closes of a sample store of some fifty orders a day tell. */
class RealChangesTest {
    private static final SampleShop SHOP = new SampleShop(40_000);
    private static final IncidentTruth TRUTH = new IncidentTruth(SHOP);
    private static final CommercialCalendar CALENDAR = CommercialCalendar.of("BR");
    private static final DriverModel MODEL =
            DriverModel.of(DriverIdentity.SESSIONS_CONVERSION_TICKET, true);

    /** Those that stand out of chance; the money of the others is within a quiet day's noise. */
    @Test
    void tellsIncidentsOnTheirDay() {
        assertThat(told("chat-late-1")).contains("chat_orders");
        assertThat(told("chat-late-2")).contains("chat_orders");
        assertThat(told("gateway-1")).contains("approval_rate");
        assertThat(told("price-2")).contains("average_order_value");
    }

    @Test
    void tellsFewOnQuietDays() {
        Map<String, Long> alerts =
                IntStream.range(0, 120)
                        .mapToObj(END::minusDays)
                        .filter(day -> !TRUTH.days().contains(day))
                        .flatMap(day -> on(day).real().stream())
                        .collect(Collectors.groupingBy(Change::metric, Collectors.counting()));
        assertThat(alerts.values()).allMatch(count -> count <= 2 * 120 / 30);
        assertThat(alerts.values().stream().mapToLong(count -> count).sum()).isLessThan(12);
    }

    @Test
    void saysHowManyDaysItStillTakes() {
        Changes changes = on(END.minusMonths(24).plusDays(31));
        assertThat(changes.real()).isEmpty();
        assertThat(changes.notYet()).contains(new NotYet("net_revenue", 31, 56));
    }

    @Test
    void judgesNoDayThatSomebodyWroteAbout() {
        LocalDate day = LocalDate.parse(SHOP.incident("chat-late-1").path("from").asString());
        assertThat(on(day, Set.of(day)).real()).isEmpty();
    }

    private static List<String> told(String incident) {
        return TRUTH.days(incident).stream()
                .flatMap(day -> on(day).real().stream())
                .flatMap(change ->
                        Stream.concat(Stream.of(change.metric()), change.folded().stream()))
                .toList();
    }

    private static Changes on(LocalDate day) {
        return on(day, Set.of());
    }

    private static Changes on(LocalDate day, Set<LocalDate> noted) {
        List<String> ids =
                Stream.concat(
                                SHOP.store.catalog().shown().stream().map(Metric::id),
                                Makeup.NEEDED.stream())
                        .distinct()
                        .toList();
        Daily daily =
                SHOP.store.metrics().daily(SHOP.store.store(), ids, DayFigures.days(day, CALENDAR));
        return new RealChanges(
                        SHOP.store.catalog(),
                        MODEL,
                        new DayFigures(day, daily, CALENDAR),
                        "net_revenue",
                        noted,
                        2)
                .changes();
    }
}
