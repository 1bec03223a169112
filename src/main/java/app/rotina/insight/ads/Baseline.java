package app.rotina.insight.ads;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What revenue does without advertising: weekdays, a trend, and smooth waves no shorter than eight
 * weeks, which take seasons out of spend and revenue alike; and, with sixteen weeks or more,
 * weekdays whose swing follows the season.
 */
final class Baseline {
    private static final int HALF_WAVE = 28;
    private static final int LONG = 112;

    private final AdHistory history;
    private final int[] known;
    private final List<double[]> columns = new ArrayList<>();

    private Baseline(AdHistory history) {
        this.history = history;
        this.known = history.known();
    }

    static List<double[]> of(AdHistory history) {
        Baseline baseline = new Baseline(history);
        baseline.addWeekdays(day -> 1);
        baseline.addSeason();
        if (baseline.known.length >= LONG) {
            double[] season = baseline.season();
            baseline.addWeekdays(day -> season[day]);
        }
        return baseline.columns;
    }

    private void addWeekdays(IntToDoubleFunction size) {
        for (DayOfWeek weekday : DayOfWeek.values()) {
            add(day -> weekdayOf(day) == weekday ? size.applyAsDouble(day) : 0);
        }
    }

    private DayOfWeek weekdayOf(int day) {
        return history.first().plusDays(day).getDayOfWeek();
    }

    private void addSeason() {
        int days = history.days();
        add(day -> 2. * day / days - 1);
        for (int wave = 1; wave <= days / HALF_WAVE; wave++) {
            double speed = Math.PI * wave / days;
            add(day -> Math.cos(speed * (day + .5)));
        }
    }

    private void add(IntToDoubleFunction ofDay) {
        columns.add(IntStream.of(known).mapToDouble(ofDay).toArray());
    }

    /** By day, what trend and waves explain of the revenue beyond weekdays. */
    private double[] season() {
        double[] revenue = history.knownRevenue();
        double[] byWeek = Columns.of(columns.subList(0, 7)).without(revenue);
        double[] byAll = Columns.of(columns).without(revenue);
        double[] season = new double[history.days()];
        for (int i = 0; i < known.length; i++) {
            season[known[i]] = byWeek[i] - byAll[i];
        }
        return season;
    }
}
