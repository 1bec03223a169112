package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.warehouse.DayUntil.Placed;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a day has brought up to a moment of it, as far as its data reach, beside what the last four
 * comparable same weekdays had brought by the same hour.
 */
@Component
public final class DaySoFar {
    public static final String ORDERS = "orders";
    public static final String REVENUE = "placed_revenue";

    private static final int SAME_WEEKDAYS = 4;
    private static final int WEEKS_BACK = 12;

    private final Metrics metrics;
    private final Seasons seasons;
    private final Warehouse warehouse;

    public DaySoFar(Metrics metrics, Seasons seasons, Warehouse warehouse) {
        this.metrics = metrics;
        this.seasons = seasons;
        this.warehouse = warehouse;
    }

    /**
     * A day up to an hour.
     *
     * @param until by the store's clock
     */
    public record Told(LocalTime until, Beside revenue, Beside orders) {}

    /** A figure of the day, and the mean of the same weekdays before. */
    public record Beside(MetricValue now, MetricValue usual) {}

    /** Empty: none of the day's orders came, or nothing says at what hours. */
    public Optional<Told> at(Store store, LocalDate day, Instant asked) {
        return warehouse
                .dayUntil()
                .known(store, day)
                .map(known -> known.isBefore(asked) ? known : asked)
                .map(reach -> reach.atZone(store.zone()).toLocalTime())
                .map(until -> told(store, day, until.truncatedTo(ChronoUnit.MINUTES)));
    }

    private Told told(Store store, LocalDate day, LocalTime until) {
        Map<LocalDate, Instant> moments = new HashMap<>();
        Stream.concat(Stream.of(day), sameWeekdays(store, day).stream())
                .forEach(one ->
                        moments.put(one, one.atTime(until).atZone(store.zone()).toInstant()));
        Map<LocalDate, Placed> before = new HashMap<>(warehouse.dayUntil().of(store, moments));
        @Nullable Placed now = before.remove(day);
        List<Placed> usual = List.copyOf(before.values());
        return new Told(
                until, beside(now, usual, Placed::revenue), beside(now, usual, Placed::orders));
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

    private static Beside beside(
            @Nullable Placed now, List<Placed> before, Function<Placed, BigDecimal> figure) {
        return new Beside(
                now == null
                        ? MetricValue.missing("not_delivered")
                        : MetricValue.known(figure.apply(now)),
                before.isEmpty()
                        ? MetricValue.missing("no_history")
                        : MetricValue.known(mean(before.stream().map(figure).toList())));
    }

    private static BigDecimal mean(List<BigDecimal> days) {
        return days.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(days.size()), MathContext.DECIMAL64);
    }
}
