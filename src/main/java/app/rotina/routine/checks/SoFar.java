package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.routine.DaySoFar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a day has brought up to now; a day that is over is told by the check's own hour. */
@Component
final class SoFar implements Beside {
    private static final MetricValue NONE = MetricValue.missing("not_delivered");

    private final DaySoFar soFar;
    private final Clock clock;

    SoFar(DaySoFar soFar, Clock clock) {
        this.soFar = soFar;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "so_far";
    }

    @Override
    public List<Evidence.Line> lines(Store store, Agenda.Item item) {
        LocalDate day = item.turn().last();
        return soFar.at(store, day, asked(store, item))
                .map(told ->
                        List.of(
                                line(DaySoFar.REVENUE, day, told.until(), told.revenue()),
                                line(DaySoFar.ORDERS, day, told.until(), told.orders())))
                .orElseGet(() -> {
                    DaySoFar.Beside untold = new DaySoFar.Beside(NONE, NONE);
                    return List.of(
                            line(DaySoFar.REVENUE, day, null, untold),
                            line(DaySoFar.ORDERS, day, null, untold));
                });
    }

    private Instant asked(Store store, Agenda.Item item) {
        LocalDate day = item.turn().last();
        Instant now = clock.instant();
        return day.isBefore(LocalDate.ofInstant(now, store.zone()))
                ? day.atTime(item.check().at()).atZone(store.zone()).toInstant()
                : now;
    }

    private static Evidence.Line line(
            String metric, LocalDate day, @Nullable LocalTime until, DaySoFar.Beside told) {
        return new Evidence.Line(metric, Map.of(), Days.only(day), until, told.now(), told.usual());
    }
}
