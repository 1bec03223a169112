package app.rotina.insight.demand;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.demand.DemandForecast.Expected;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The weeks of a real gift shop, every fourth week from the fourteenth; the bench scores all. */
class RealShopDemandTest {
    private static final Path FILE =
            Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"))
                    .resolve("online_retail/online_retail_2010-12_2011-08.csv.gz");
    private static final LocalDate FIRST_MONDAY = LocalDate.parse("2010-12-06");
    private static final int WEEKS = 38;
    private static final int ONE_WHOLESALE_ORDER_CANCELLED_AT_ONCE = 20_000;

    private final Map<String, double[]> units = new HashMap<>();
    private final Map<String, double[]> revenue = new HashMap<>();
    private final Map<Pattern, Score> scores = new EnumMap<>(Pattern.class);

    private static final class Score {
        private double sold;
        private double off;
        private double over;

        private void add(double expected, double asked) {
            sold += asked;
            off += Math.abs(expected - asked);
            over += expected - asked;
        }
    }

    @Test
    void fourWeeksOfBestSellersAreWithinBounds() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), "no shared data at " + FILE);
        read();

        for (int origin = 14; origin <= WEEKS - 4; origin += 4) {
            score(origin);
        }

        assertWithin(Pattern.SMOOTH, .36);
        assertWithin(Pattern.INTERMITTENT, .36);
        assertWithin(Pattern.ERRATIC, .53);
    }

    private void assertWithin(Pattern pattern, double most) {
        Score score = Objects.requireNonNull(scores.get(pattern));
        assertThat(score.off / score.sold).as("WAPE of %s", pattern).isLessThan(most);
        assertThat(score.over / score.sold).as("bias of %s", pattern).isBetween(-.1, .1);
    }

    private void read() throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(FILE)),
                                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                add(row.getField("StockCode"), row);
            }
        }
    }

    private void add(String sku, NamedCsvRecord row) {
        double count = Double.parseDouble(row.getField("Quantity"));
        double price = Double.parseDouble(row.getField("UnitPrice"));
        LocalDate day = LocalDate.parse(row.getField("InvoiceDate").substring(0, 10));
        int week = Math.floorDiv((int) ChronoUnit.DAYS.between(FIRST_MONDAY, day), 7);
        boolean product = Character.isDigit(sku.charAt(0)) && price > 0 && count > 0;
        if (product && count < ONE_WHOLESALE_ORDER_CANCELLED_AT_ONCE && week >= 0 && week < WEEKS) {
            units.computeIfAbsent(sku, each -> new double[WEEKS])[week] += count;
            revenue.computeIfAbsent(sku, each -> new double[WEEKS])[week] += count * price;
        }
    }

    private void score(int origin) {
        boolean[] open = new boolean[origin];
        units.values().forEach(each -> mark(open, each));
        List<String> skus = units.keySet().stream().sorted().toList();
        List<ProductWeeks> products = new ArrayList<>();
        for (String sku : skus) {
            products.add(ProductWeeks.withoutStock(Arrays.copyOf(weeks(units, sku), origin), open));
        }
        Abc[] abc =
                Abc.of(
                        skus.stream()
                                .mapToDouble(sku -> sum(weeks(revenue, sku), 0, origin))
                                .toArray());
        List<DemandForecast> forecasts = DemandForecast.of(products, 4);
        for (int i = 0; i < abc.length; i++) {
            if (abc[i] == Abc.A && forecasts.get(i) instanceof Expected expected) {
                double[] all = weeks(units, skus.get(i));
                scores.computeIfAbsent(pattern(all, open), each -> new Score())
                        .add(expected.units(), sum(all, origin, origin + 4));
            }
        }
    }

    /** As a file of sales alone has it: weeks before the launch and those sold out count too. */
    private static Pattern pattern(double[] all, boolean[] open) {
        int weeks = 0;
        int sales = 0;
        double squares = 0;
        for (int week = 0; week < open.length; week++) {
            weeks += open[week] ? 1 : 0;
            sales += all[week] > 0 ? 1 : 0;
            squares += all[week] * all[week];
        }
        boolean steady = sales * squares < 1.49 * Math.pow(sum(all, 0, open.length), 2);
        if (weeks < 1.32 * sales) {
            return steady ? Pattern.SMOOTH : Pattern.ERRATIC;
        }
        return steady ? Pattern.INTERMITTENT : Pattern.LUMPY;
    }

    private static double[] weeks(Map<String, double[]> shelf, String sku) {
        return shelf.getOrDefault(sku, new double[WEEKS]);
    }

    private static void mark(boolean[] open, double[] weeks) {
        for (int week = 0; week < open.length; week++) {
            open[week] |= weeks[week] > 0;
        }
    }

    private static double sum(double[] weeks, int from, int to) {
        return Arrays.stream(weeks, from, to).sum();
    }
}
