package app.rotina.insight.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.CalendarEvent;
import app.rotina.goals.CommercialCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Public shops of which each open day is halved with a chance of 4 %, from the 91st on: an alert is
 * right if the day it fires on was, and a halved day is found if it belongs to one.
 */
class RealAlertsTest {
    private static final Path SERIES =
            Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"))
                    .resolve("daily_series");
    private static final int FIRST = 90;
    private static final int SEEN = 630;
    private static final int MONTH = 28;
    private static final double FLOOR = .35;

    private double[] values = new double[0];
    private Leeway leeway = Leeway.none(0);
    private double f1;
    private double alerts;

    @Test
    void findsTheHalvedDaysOfABrazilianMarketplace() throws IOException {
        score("olist_daily_revenue.csv", 40);

        assertThat(f1).isGreaterThan(.75);
        assertThat(alerts).isLessThan(2);
    }

    @Test
    void findsTheHalvedDaysOfAWebShop() throws IOException {
        score("webshop5y.csv", 8);

        assertThat(f1).isGreaterThan(.87);
        assertThat(alerts).isLessThan(2);
    }

    /** Means over seeds; alerts in thirty days. */
    private void score(String file, int seeds) throws IOException {
        read(SERIES.resolve(file));
        for (int seed = 0; seed < seeds; seed++) {
            BitSet halved = halved(new Random(seed));
            double[] days = values.clone();
            halved.stream().forEach(day -> days[day] /= 2);
            BitSet fired = new BitSet();
            BitSet told = new BitSet();
            for (int day = FIRST; day < days.length; day++) {
                if (on(days, day) instanceof Finding.Alert alert) {
                    told.set(day);
                    fired.set(day, alert.days() == 1);
                }
            }
            double precision = shared(fired, halved) / Math.max(1, fired.cardinality());
            double recall = shared(told, halved) / halved.cardinality();
            f1 += 2 * precision * recall / (precision + recall) / seeds;
            alerts += 30.0 * fired.cardinality() / (days.length - FIRST) / seeds;
        }
    }

    private static double shared(BitSet days, BitSet halved) {
        BitSet both = (BitSet) days.clone();
        both.and(halved);
        return both.cardinality();
    }

    private BitSet halved(Random random) {
        BitSet halved = new BitSet();
        for (int day = FIRST; day < values.length; day++) {
            halved.set(day, values[day] > 0 && random.nextDouble() < .04);
        }
        return halved;
    }

    private Finding on(double[] days, int day) {
        int from = Math.max(0, day + 1 - SEEN);
        double[] seen = Arrays.copyOfRange(days, from, day + 1);
        double usual = Robust.median(Arrays.copyOfRange(days, day + 1 - MONTH, day + 1));
        double[] uncounted = new double[seen.length];
        Arrays.fill(uncounted, Double.NaN);
        Leeway known =
                new Leeway(
                        Arrays.copyOfRange(leeway.low(), from, day + 1),
                        Arrays.copyOfRange(leeway.high(), from, day + 1));
        Watched revenue =
                new Watched("revenue", Set.of(), seen, uncounted, known, usual, FLOOR * usual);
        return Alerts.on(List.of(revenue)).getFirst();
    }

    private void read(Path file) throws IOException {
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here");
        TreeMap<LocalDate, Double> known = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            known.put(LocalDate.parse(cells[0]), Double.parseDouble(cells[1]));
        }
        List<LocalDate> dates = known.firstKey().datesUntil(known.lastKey().plusDays(1)).toList();
        CommercialCalendar brazil = CommercialCalendar.of("BR");
        values = dates.stream().mapToDouble(day -> known.getOrDefault(day, Double.NaN)).toArray();
        leeway = Leeway.of(dates.stream().mapToDouble(day -> effect(brazil, day)).toArray());
    }

    private static double effect(CommercialCalendar calendar, LocalDate day) {
        return calendar.main(day).map(CalendarEvent::prior).map(Number::doubleValue).orElse(1.0);
    }
}
