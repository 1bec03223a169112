package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import app.rotina.routine.Explanation.Gap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One day of a span that is explained, and what it is held to.
 *
 * @param gap empty where the day, or what it is held to, is not known
 * @param unknown why there is none
 */
record HeldDay(DayComputation day, Comparison comparison, Optional<Gap> gap, MetricValue unknown) {

    /** To its target, or what is to be expected. */
    static HeldDay toTarget(DayComputation day) {
        return new HeldDay(day, day.comparison(), day.gap(), day.unknownGap());
    }

    /** To other days just as they were, on average. */
    static HeldDay toDays(DayComputation day, Against against, List<LocalDate> before) {
        MetricValue then = day.figures().daily().mean(before, day.goalMetric());
        MetricValue difference =
                day.open() ? DayComputation.NOT_YET : DayComputation.minus(day.actual(), then);
        return new HeldDay(
                day,
                Comparison.of(day.figures().date(), before),
                difference.known().map(gap -> gap(day, against, before, gap)),
                difference);
    }

    private static Gap gap(
            DayComputation day, Against against, List<LocalDate> before, BigDecimal gap) {
        Drivers drivers = Drivers.of(day.store(), day.goalMetric(), day.figures(), before);
        BigDecimal actual = day.actual().known().orElseThrow();
        return new Gap(
                against.id(),
                actual,
                actual.subtract(gap),
                drivers.changes(gap, day.decimals()),
                drivers.changed());
    }
}
