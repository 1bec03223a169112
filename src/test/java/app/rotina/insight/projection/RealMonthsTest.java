package app.rotina.insight.projection;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.CommercialCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whole months of public shops as of the end of the 15th, each from the days before alone. */
class RealMonthsTest {
    private static final Path SERIES =
            Path.of(
                            Objects.requireNonNullElse(
                                    System.getenv("ROTINA_SHARED_DATA"), "../shared/data"))
                    .resolve("daily_series");
    private static final CommercialCalendar BRAZIL = CommercialCalendar.of("BR");

    private int months;
    private double error;
    private int covered;

    @Test
    void projectsABrazilianMarketplace() throws IOException {
        score("olist_daily_revenue.csv", 3);

        assertThat(months).isEqualTo(16);
        assertThat(error / months).isLessThan(.085);
        assertThat((double) covered / months).isBetween(.7, .9);
    }

    @Test
    void projectsAWebShop() throws IOException {
        score("webshop5y.csv", 12);

        assertThat(months).isEqualTo(47);
        assertThat(error / months).isLessThan(.037);
        assertThat((double) covered / months).isBetween(.7, .9);
    }

    private void score(String file, int before) throws IOException {
        DailySeries series = read(SERIES.resolve(file));
        YearMonth month = YearMonth.from(series.from()).plusMonths(before);
        while (!month.atEndOfMonth().isAfter(series.to())) {
            score(series, month);
            month = month.plusMonths(1);
        }
    }

    private void score(DailySeries series, YearMonth month) {
        LocalDate through = month.atDay(15);
        Projection rest =
                new DailyModel(series.through(through), RealMonthsTest::occasions)
                        .next(month.lengthOfMonth() - 15)
                        .orElseThrow();
        double toDate = sum(series, month.atDay(1), through);
        double actual = sum(series, month.atDay(1), month.atEndOfMonth());
        months++;
        error += Math.abs(toDate + rest.total() - actual) / actual;
        boolean above = actual - toDate >= rest.quantile(.1).orElse(Double.MAX_VALUE);
        boolean below = actual - toDate <= rest.quantile(.9).orElse(0);
        covered += above && below ? 1 : 0;
    }

    private static double sum(DailySeries series, LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).mapToDouble(series::on).sum();
    }

    private static List<Occasion> occasions(LocalDate day) {
        return BRAZIL.main(day)
                .map(event -> List.of(Occasion.of(event.id(), event.prior())))
                .orElse(List.of());
    }

    private static DailySeries read(Path file) throws IOException {
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here");
        SortedMap<LocalDate, BigDecimal> known = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("date")) {
                known.put(LocalDate.parse(cells[0]), new BigDecimal(cells[1]));
            }
        }
        return DailySeries.of(known);
    }
}
