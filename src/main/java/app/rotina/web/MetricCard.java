package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One figure as a card: against its target, against an earlier time, and how it went until now.
 *
 * @param address where the figure has a page; empty: it has none
 * @param rows the address of the rows behind it; empty: it has none
 * @param gap value less target; absence: it has no target
 * @param target what it was to be, in words; empty: it has no target
 * @param change against an earlier time; absence: it is not compared
 * @param against what it is compared with, in words
 * @param spark the path of its last days on a field of 100 × 100; empty: fewer than two are known
 * @param course how it went, in words, for who does not see the line
 * @param marks what is to be known of it, such as that it may still change
 */
record MetricCard(
        String label,
        String address,
        String rows,
        Shown value,
        @Nullable Shown gap,
        String target,
        @Nullable Shown change,
        String against,
        String spark,
        String course,
        List<String> marks) {

    /**
     * A figure of a day.
     *
     * @param course its last days, the day itself last
     */
    static MetricCard of(
            MetricRow row, Unit unit, LocalDate day, List<MetricValue> course, Screen screen) {
        List<BigDecimal> known = course.stream().flatMap(each -> each.known().stream()).toList();
        boolean aimed = row.target().known();
        boolean compared = row.sameWeekday().before().known();
        return new MetricCard(
                row.label(),
                screen.address(
                        "/metric/%s?from=%s&to=%s"
                                .formatted(row.id(), day.minusDays(course.size() - 1L), day)),
                screen.address("/rows?metric=%1$s&from=%2$s&to=%2$s".formatted(row.id(), day)),
                row.value(),
                aimed ? row.gap() : null,
                aimed ? screen.say("web.card.target", row.target().text()) : "",
                compared ? row.sameWeekday().change() : null,
                compared
                        ? screen.say("web.card.same_weekday", row.sameWeekday().before().text())
                        : "",
                known.size() < 2 ? "" : Spark.of(course).path(),
                known.size() < 2 ? "" : course(known, course.size(), unit, screen),
                Stream.of(
                                row.provisional()
                                        ? Optional.of(screen.say("web.provisional"))
                                        : Optional.<String>empty(),
                                Optional.ofNullable(row.through()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static String course(List<BigDecimal> known, int days, Unit unit, Screen screen) {
        Figures figures = screen.figures();
        BigDecimal low = known.stream().reduce(known.getFirst(), BigDecimal::min);
        BigDecimal high = known.stream().reduce(known.getFirst(), BigDecimal::max);
        return screen.say(
                "web.card.course", days, figures.text(low, unit), figures.text(high, unit));
    }
}
