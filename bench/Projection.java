import app.rotina.goals.CommercialCalendar;
import app.rotina.insight.projection.DailyModel;
import app.rotina.insight.projection.DailySeries;
import app.rotina.insight.projection.Occasion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores the projection of whole months as of the end of a day, on a file of date and value: the
 * complete months from the 4th on, or from the 13th where the series has two and a half years or
 * more. Each month is projected from the days before, and no other.
 */
public final class Projection {
    private static final double COVERED = 0.8;
    private static final int LONG = 912; // two and a half years in days

    private final DailySeries series;
    private final Function<LocalDate, List<Occasion>> calendar;
    private int months;
    private double error;
    private double runRateError;
    private int ranges;
    private int inRange;
    private double seconds;

    private Projection(DailySeries series, CommercialCalendar calendar) {
        this.series = series;
        this.calendar = day -> calendar.main(day).stream()
                .map(event -> Occasion.of(event.id(), event.prior()))
                .toList();
    }

    public static void main(String[] args) throws IOException {
        List<String> options = List.of(args);
        int day = Integer.parseInt(option(options, "--day").orElse("15"));
        String country = option(options, "--country").orElse("BR");
        Projection bench = new Projection(read(Path.of(args[0])), CommercialCalendar.of(country));
        bench.months(day, 1); // once to warm up
        bench.reset();
        bench.months(day, Integer.MAX_VALUE);
        bench.print();
    }

    private static Optional<String> option(List<String> options, String name) {
        int at = options.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(options.get(at + 1));
    }

    private static DailySeries read(Path file) throws IOException {
        SortedMap<LocalDate, BigDecimal> known = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            if (cells.length > 1 && !cells[1].isBlank()) {
                known.put(LocalDate.parse(cells[0]), new BigDecimal(cells[1].strip()));
            }
        }
        return DailySeries.of(known);
    }

    private void months(int day, int most) {
        long days = series.to().toEpochDay() - series.from().toEpochDay() + 1;
        YearMonth month = YearMonth.from(series.from()).plusMonths(days < LONG ? 3 : 12);
        for (; !month.atEndOfMonth().isAfter(series.to()) && months < most; month = month.plusMonths(1)) {
            score(month, month.atDay(Math.min(day, month.lengthOfMonth() - 1)));
        }
    }

    private void score(YearMonth month, LocalDate through) {
        long start = System.nanoTime();
        int ahead = month.lengthOfMonth() - through.getDayOfMonth();
        Optional<app.rotina.insight.projection.Projection> rest =
                new DailyModel(series.through(through), calendar).next(ahead);
        double toDate = sum(month.atDay(1), through);
        double actual = sum(month.atDay(1), month.atEndOfMonth());
        double runRate = toDate / through.getDayOfMonth() * month.lengthOfMonth();
        double projected = toDate + rest.map(app.rotina.insight.projection.Projection::total).orElse(runRate - toDate);
        months++;
        error += Math.abs(projected - actual) / actual;
        runRateError += Math.abs(runRate - actual) / actual;
        double low = toDate + rest.flatMap(r -> boxed(r.quantile((1 - COVERED) / 2))).orElse(Double.NaN);
        double high = toDate + rest.flatMap(r -> boxed(r.quantile((1 + COVERED) / 2))).orElse(Double.NaN);
        if (!Double.isNaN(low)) {
            ranges++;
            inRange += actual >= low && actual <= high ? 1 : 0;
        }
        seconds += (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s actual %.0f projected %+.1f%% run-rate %+.1f%% range %+.1f%% to %+.1f%%%n",
                month, actual, 100 * (projected / actual - 1), 100 * (runRate / actual - 1),
                100 * (low / actual - 1), 100 * (high / actual - 1));
    }

    private static Optional<Double> boxed(java.util.OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private double sum(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).mapToDouble(series::on).filter(y -> !Double.isNaN(y)).sum();
    }

    private void reset() {
        months = ranges = inRange = 0;
        error = runRateError = seconds = 0;
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "{\"n\": %d, \"mape\": %.2f, \"run_rate_mape\": %.2f, \"coverage80\": %.3f, \"fit_s\": %.3f}%n",
                months, 100 * error / months, 100 * runRateError / months,
                ranges == 0 ? 0 : (double) inRange / ranges, seconds / months);
    }
}
