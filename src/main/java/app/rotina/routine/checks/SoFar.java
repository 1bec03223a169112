package app.rotina.routine.checks;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.routine.Seasons;
import app.rotina.warehouse.DayUntil.Placed;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a day has brought up to now, as far as its data reach, beside what the last four comparable
 * same weekdays had brought by the same hour. A day that is over is told by the check's own hour.
 */
@Component
final class SoFar implements Beside {
    private static final int SAME_WEEKDAYS = 4;
    private static final int WEEKS_BACK = 12;
    private static final String ORDERS = "orders";
    private static final String REVENUE = "placed_revenue";

    private final Metrics metrics;
    private final Seasons seasons;
    private final Warehouse warehouse;
    private final Clock clock;

    SoFar(Metrics metrics, Seasons seasons, Warehouse warehouse, Clock clock) {
        this.metrics = metrics;
        this.seasons = seasons;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "so_far";
    }

    @Override
    public List<Evidence.Line> lines(Store store, Agenda.Item item) {
        LocalDate day = item.turn().last();
        return warehouse
                .dayUntil()
                .known(store, day)
                .map(known -> told(store, day, until(store, item, known)))
                .orElseGet(() -> untold(day));
    }

    /** As far as the data reach, up to now; of a day that is over, to the check's hour. */
    private LocalTime until(Store store, Agenda.Item item, Instant known) {
        LocalDate day = item.turn().last();
        Instant now = clock.instant();
        Instant asked =
                day.isBefore(LocalDate.ofInstant(now, store.zone()))
                        ? at(store, day, item.check().at())
                        : now;
        return (known.isBefore(asked) ? known : asked)
                .atZone(store.zone())
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant at(Store store, LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(store.zone()).toInstant();
    }

    private static List<Evidence.Line> untold(LocalDate day) {
        MetricValue none = MetricValue.missing("not_delivered");
        return Stream.of(REVENUE, ORDERS)
                .map(id -> new Evidence.Line(id, Map.of(), Days.only(day), null, none, none))
                .toList();
    }

    private List<Evidence.Line> told(Store store, LocalDate day, LocalTime until) {
        List<LocalDate> before = sameWeekdays(store, day);
        Map<LocalDate, Instant> moments = new HashMap<>();
        Stream.concat(Stream.of(day), before.stream())
                .forEach(one -> moments.put(one, at(store, one, until)));
        Map<LocalDate, Placed> placed = warehouse.dayUntil().of(store, moments);
        return List.of(
                line(REVENUE, day, until, placed, Placed::revenue),
                line(ORDERS, day, until, placed, Placed::orders));
    }

    private List<LocalDate> sameWeekdays(Store store, LocalDate day) {
        CommercialCalendar calendar = seasons.calendar(store);
        List<LocalDate> days =
                IntStream.rangeClosed(1, WEEKS_BACK)
                        .mapToObj(day::minusWeeks)
                        .filter(one -> calendar.special(one).isEmpty())
                        .toList();
        Daily daily = metrics.daily(store, List.of(ORDERS), days);
        return daily.known(days, ORDERS).stream().limit(SAME_WEEKDAYS).toList();
    }

    private static Evidence.Line line(
            String metric,
            LocalDate day,
            LocalTime until,
            Map<LocalDate, Placed> placed,
            Function<Placed, BigDecimal> figure) {
        Map<LocalDate, Placed> before = new HashMap<>(placed);
        @Nullable Placed now = before.remove(day);
        return new Evidence.Line(
                metric,
                Map.of(),
                Days.only(day),
                until,
                now == null
                        ? MetricValue.missing("not_delivered")
                        : MetricValue.known(figure.apply(now)),
                before.isEmpty()
                        ? MetricValue.missing("no_history")
                        : MetricValue.known(mean(before.values().stream().map(figure).toList())));
    }

    private static BigDecimal mean(List<BigDecimal> days) {
        return days.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(days.size()), MathContext.DECIMAL64);
    }
}
