package app.rotina.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The weights of a shop nobody made up: a British gift shop that never opens on a Saturday. */
class RealShopWeightsTest {
    private static final YearMonth AUGUST = YearMonth.of(2011, 8);
    private static final Path FILE =
            Path.of(
                            Optional.ofNullable(System.getenv("ROTINA_SHARED_DATA"))
                                    .orElse("../shared/data"))
                    .resolve("online_retail/online_retail_2010-12_2011-08.csv.gz");

    @Test
    void givesItsSaturdaysNothingAndItsThursdaysMost() throws IOException {
        assumeThat(FILE).as("needs the real data in %s", FILE).exists();

        DayWeights weights = DayWeights.before(AUGUST, CommercialCalendar.of("GB"), dailyRevenue());

        assertThat(weights.weekdays().get(DayOfWeek.SATURDAY)).isZero();
        assertThat(weight(weights, DayOfWeek.SUNDAY)).isBetween(.3, .9);
        assertThat(weight(weights, DayOfWeek.THURSDAY)).isBetween(1.2, 1.7);

        MonthGoal goal =
                new Phasing(weights.of(AUGUST), null, 2)
                        .phase("gifts", "net_revenue", null, AUGUST, new BigDecimal("700000"));
        assertThat(goal.on(LocalDate.of(2011, 8, 13)).orElseThrow()).isZero();
        assertThat(goal.on(LocalDate.of(2011, 8, 11)).orElseThrow())
                .isBetween(new BigDecimal("27000"), new BigDecimal("42000"));
    }

    private static double weight(DayWeights weights, DayOfWeek weekday) {
        return weights.weekdays().getOrDefault(weekday, BigDecimal.ZERO).doubleValue();
    }

    /** Every day of the file; one without a line is a day on which nothing was sold. */
    private static Map<LocalDate, BigDecimal> dailyRevenue() throws IOException {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        LocalDate.of(2010, 12, 1)
                .datesUntil(LocalDate.of(2011, 9, 1))
                .forEach(day -> daily.put(day, BigDecimal.ZERO));
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(FILE)),
                                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : lines) {
                LocalDate day = LocalDate.parse(line.getField("InvoiceDate").substring(0, 10));
                daily.merge(
                        day,
                        new BigDecimal(line.getField("Quantity"))
                                .multiply(new BigDecimal(line.getField("UnitPrice"))),
                        BigDecimal::add);
            }
        }
        return daily;
    }
}
