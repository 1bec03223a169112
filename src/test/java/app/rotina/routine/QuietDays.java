package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;

import app.rotina.kernel.DataFolder;
import app.rotina.routine.DailyClose.CutPart;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.IncidentTruth.Segment;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closes against what was to be expected, without goals, and how far chance alone moves them: on
 * days that nothing happened on, nor on the days they are compared with.
 */
final class QuietDays {
    private static final int EVERY = 6;
    private static final int BACK = 280;

    private final Closing closing;
    private final SampleShop shop;
    private final List<DailyClose> quiet;

    QuietDays(SampleShop shop, IncidentTruth truth) {
        this.shop = shop;
        JdbcClient state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(state, shop.store.store());
        closing = SampleShop.closing(shop.store, state, SampleShop.noon(END.plusDays(1)));
        Set<LocalDate> loud = truth.days();
        quiet =
                IntStream.rangeClosed(0, BACK / EVERY)
                        .mapToObj(i -> END.minusDays((long) i * EVERY))
                        .filter(day ->
                                IntStream.rangeClosed(0, 4)
                                        .mapToObj(day::minusWeeks)
                                        .noneMatch(loud::contains))
                        .map(this::close)
                        .toList();
    }

    DailyClose close(LocalDate day) {
        return closing.close(shop.store.store(), day);
    }

    /** The standard deviation of a part of the gap, as a share of what was expected. */
    double deviation(Function<DailyClose, Double> part) {
        double squares =
                quiet.stream()
                        .mapToDouble(close -> Math.pow(part.apply(close) / expected(close), 2))
                        .sum();
        return Math.sqrt(squares / quiet.size());
    }

    static double expected(DailyClose close) {
        BigDecimal actual =
                close.metrics().stream()
                        .filter(line -> line.id().equals(close.goalMetric()))
                        .findFirst()
                        .flatMap(line -> line.value().known())
                        .orElseThrow();
        return actual.subtract(close.why().gap().known().orElseThrow()).doubleValue();
    }

    static double driver(DailyClose close, String metric) {
        return close.why().drivers().stream()
                .filter(part -> part.metric().equals(metric))
                .map(DriverPart::amount)
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
    }

    /** A value's part of its cut; one too small to be named has none. */
    static double part(DailyClose close, Segment segment) {
        return cut(close, segment.dimension()).stream()
                .filter(part -> part.value().equals(segment.value()))
                .map(CutPart::amount)
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
    }

    static List<CutPart> cut(DailyClose close, String dimension) {
        return close.why().cuts().stream()
                .filter(cut -> cut.dimension().equals(dimension))
                .flatMap(cut -> cut.parts().stream())
                .toList();
    }
}
