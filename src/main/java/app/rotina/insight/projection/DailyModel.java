package app.rotina.insight.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Projects a daily series: five forecasts from a dynamic linear model of its logarithm (West and
 * Harrison, 1997), put together by how each did at past origins, with the law of their common error
 * there (conformal prediction). Of a past origin only the days before it are used.
 */
public final class DailyModel {
    private static final double WALK = 0.0015;
    private static final int FIRST_ORIGIN = 27;
    private static final int LEAST_DAYS = 56;
    private static final int STEP = 3;

    private final DailySeries series;
    private final Function<LocalDate, List<Occasion>> calendar;

    /**
     * The model of what is known of a series.
     *
     * @param calendar the occasions of a day, of past and future ones alike; planned promotions too
     */
    public DailyModel(DailySeries series, Function<LocalDate, List<Occasion>> calendar) {
        this.series = series;
        this.calendar = calendar;
    }

    /** An origin, what was forecast there, and what of it was believed. */
    private record Origin(int day, List<Double> totals, double combined) {}

    /** So many days after the last of the series; empty: too short a history. */
    public Optional<Projection> next(int days) {
        Structure structure = new Structure(series.from(), series.length() + days, calendar);
        Track track = new Track(series, structure, WALK);
        if (series.length() - track.start() < LEAST_DAYS) {
            return Optional.empty();
        }
        Rolling rolling = new Rolling(track, days);
        for (int t = track.start(); t < series.length(); t++) {
            track.advance();
            track.learn(t);
            if (t >= track.start() + FIRST_ORIGIN && (series.length() - 1 - t) % STEP == 0) {
                rolling.visit(t);
            }
        }
        return rolling.projection();
    }

    /** Goes from origin to origin, and learns from each as soon as its days have been. */
    private static final class Rolling {
        private final Track track;
        private final int days;
        private final double independence;
        private final Combination combination;
        private final List<Origin> origins = new ArrayList<>();
        private final List<Double> errors = new ArrayList<>();
        private int settled;

        Rolling(Track track, int days) {
            this.track = track;
            this.days = days;
            this.independence = Math.min(1, (double) STEP / days);
            this.combination = new Combination(independence);
        }

        void visit(int t) {
            while (settled < origins.size() && origins.get(settled).day() + days <= t) {
                settle(origins.get(settled));
                settled++;
            }
            List<Double> totals = new Forecasts(track, t, days).totals();
            origins.add(new Origin(t, totals, combination.of(totals)));
        }

        private void settle(Origin origin) {
            double actual = track.series().sum(origin.day() + 1, origin.day() + 1 + days);
            if (actual > 0 && origin.combined() > 0) {
                combination.learn(origin.totals(), actual);
                errors.add(Math.log(actual / origin.combined()));
            }
        }

        Optional<Projection> projection() {
            Origin last = origins.getLast();
            double[] daily = new Forecasts(track, last.day(), days).daily();
            double factor = last.combined() / last.totals().getFirst();
            if (!Double.isFinite(factor)) {
                return Optional.empty();
            }
            for (int j = 0; j < daily.length; j++) {
                daily[j] *= factor;
            }
            double[] logs = errors.stream().mapToDouble(one -> one).toArray();
            return Optional.of(
                    new Projection(
                            track.series().date(last.day() + 1),
                            daily,
                            new ErrorLaw(logs, logs.length * independence)));
        }
    }
}
