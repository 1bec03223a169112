import app.rotina.goals.CalendarEvent;
import app.rotina.goals.CommercialCalendar;
import app.rotina.insight.anomaly.Alerts;
import app.rotina.insight.anomaly.Finding;
import app.rotina.insight.anomaly.Leeway;
import app.rotina.insight.anomaly.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Scores alerts on a file of date and value: from the 91st day on each open day is halved with a
 * chance of 4 %. An alert is right if the day it fires on was halved, and a halved day is found if
 * it belongs to an alert. Prints what two simple rules say to the same days, then the method; means
 * over seeds.
 */
public final class Anomaly {
    private static final double HALVED = .04;
    private static final int FIRST = 90;
    private static final int WEEK = 7;

    /** The days a close looks at. */
    private static final int SEEN = 90 * WEEK;

    /** Of a month's usual day: less is not told of revenue as a whole. */
    private static final double FLOOR = .35;

    private final List<LocalDate> dates = new ArrayList<>();
    private final double[] values;
    private final Leeway leeway;

    /** Which days belong to an alert, and on which of them it fires. */
    private record Fired(BitSet alerts, BitSet days) {
        Fired() {
            this(new BitSet(), new BitSet());
        }

        void add(int day) {
            alerts.set(day);
            days.set(day);
        }
    }

    private interface Rule {
        Fired on(double[] days);
    }

    public static void main(String[] args) throws IOException {
        Anomaly series =
                new Anomaly(Path.of(args[0]), CommercialCalendar.of(option(args, "--country", "BR")));
        int seeds = Integer.parseInt(option(args, "--seeds", "40"));
        System.out.println("20 % week over week: " + series.score(Anomaly::weekOverWeek, seeds));
        System.out.println("weekday and MAD:     " + series.score(Anomaly::weekdayAndMad, seeds));
        System.out.println(series.score(series::method, seeds));
    }

    private static String option(String[] args, String name, String otherwise) {
        int at = List.of(args).indexOf(name);
        return at < 0 ? otherwise : args[at + 1];
    }

    private Anomaly(Path file, CommercialCalendar calendar) throws IOException {
        TreeMap<LocalDate, Double> days = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            days.put(LocalDate.parse(cells[0]), Double.parseDouble(cells[1]));
        }
        days.firstKey().datesUntil(days.lastKey().plusDays(1)).forEach(dates::add);
        values = dates.stream().mapToDouble(day -> days.getOrDefault(day, Double.NaN)).toArray();
        leeway = Leeway.of(dates.stream().mapToDouble(day -> effect(calendar, day)).toArray());
    }

    private static double effect(CommercialCalendar calendar, LocalDate day) {
        return calendar.main(day).map(CalendarEvent::prior).map(Number::doubleValue).orElse(1.0);
    }

    private String score(Rule rule, int seeds) {
        double[] sums = new double[4];
        for (int seed = 0; seed < seeds; seed++) {
            BitSet halved = halved(new Random(seed));
            double[] days = values.clone();
            halved.stream().forEach(day -> days[day] /= 2);
            double[] one = score(rule.on(days), halved);
            for (int k = 0; k < sums.length; k++) {
                sums[k] += one[k] / seeds;
            }
        }
        return String.format(
                Locale.ROOT,
                "{\"alerts_per_30d\": %.3f, \"precision\": %.4f, \"recall\": %.4f, \"f1\": %.4f}",
                sums[0], sums[1], sums[2], sums[3]);
    }

    private BitSet halved(Random random) {
        BitSet halved = new BitSet();
        for (int day = FIRST; day < values.length; day++) {
            halved.set(day, values[day] > 0 && random.nextDouble() < HALVED);
        }
        return halved;
    }

    private double[] score(Fired fired, BitSet halved) {
        BitSet right = (BitSet) fired.alerts().clone();
        right.and(halved);
        BitSet found = (BitSet) fired.days().clone();
        found.and(halved);
        int alerts = fired.alerts().cardinality();
        double precision = (double) right.cardinality() / Math.max(1, alerts);
        double recall = (double) found.cardinality() / Math.max(1, halved.cardinality());
        double f1 = 2 * precision * recall / Math.max(1e-9, precision + recall);
        return new double[] {30.0 * alerts / (values.length - FIRST), precision, recall, f1};
    }

    /** Up or down by a fifth against the same weekday of the week before. */
    private static Fired weekOverWeek(double[] days) {
        Fired fired = new Fired();
        for (int day = FIRST; day < days.length; day++) {
            if (Math.abs(days[day] / days[day - WEEK] - 1) >= .2) {
                fired.add(day);
            }
        }
        return fired;
    }

    /** Two and a half robust deviations under the last eight same weekdays. */
    private static Fired weekdayAndMad(double[] days) {
        Fired fired = new Fired();
        for (int day = FIRST; day < days.length; day++) {
            int today = day;
            double[] same =
                    IntStream.rangeClosed(1, 8).mapToDouble(k -> days[today - WEEK * k]).toArray();
            double middle = median(same);
            double spread = median(Arrays.stream(same).map(v -> Math.abs(v - middle)).toArray());
            if (days[day] < middle - 2.5 * 1.4826 * spread) {
                fired.add(day);
            }
        }
        return fired;
    }

    private static double median(double[] days) {
        double[] known = Arrays.stream(days).filter(day -> !Double.isNaN(day)).sorted().toArray();
        int half = known.length / 2;
        return known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    }

    private Fired method(double[] days) {
        Fired fired = new Fired();
        for (int day = FIRST; day < days.length; day++) {
            if (on(days, day) instanceof Finding.Alert alert) {
                fired.days().set(day);
                fired.alerts().set(day, alert.days() == 1);
            }
        }
        return fired;
    }

    private Finding on(double[] days, int day) {
        int from = Math.max(0, day + 1 - SEEN);
        double usual = median(Arrays.copyOfRange(days, day + 1 - 4 * WEEK, day + 1));
        Leeway known =
                new Leeway(
                        Arrays.copyOfRange(leeway.low(), from, day + 1),
                        Arrays.copyOfRange(leeway.high(), from, day + 1));
        double[] seen = Arrays.copyOfRange(days, from, day + 1);
        double[] uncounted = new double[seen.length];
        Arrays.fill(uncounted, Double.NaN);
        Watched revenue =
                new Watched("revenue", Set.of(), seen, uncounted, known, usual, FLOOR * usual);
        return Alerts.on(List.of(revenue)).getFirst();
    }
}
