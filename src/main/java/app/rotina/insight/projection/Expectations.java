package app.rotina.insight.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The one-step-ahead expectation of every day of a series: a dynamic linear model of its logarithm
 * (West and Harrison, 1997) that has seen the days before and no other.
 */
public final class Expectations {
    private static final double WALK = 0.02;

    private Expectations() {}

    /**
     * The expectation of every day, the first two weeks after the first sale excepted.
     *
     * @param calendar the occasions of a day, of past and future ones alike
     */
    public static List<Expected> of(
            DailySeries series, Function<LocalDate, List<Occasion>> calendar) {
        Structure structure = new Structure(series.from(), series.length(), calendar);
        Track track = new Track(series, structure, WALK);
        List<Expected> all = new ArrayList<>();
        for (int t = track.start(); t < series.length(); t++) {
            track.advance();
            if (t >= track.start() + 14) {
                all.add(expected(track, t));
            }
            track.learn(t);
        }
        return all;
    }

    private static Expected expected(Track track, int t) {
        Row row = track.structure().row(t);
        double scale = Math.sqrt(track.filter().variance(row));
        double surprise = (track.seen(t) - track.filter().mean(row)) / scale;
        DailySeries series = track.series();
        return new Expected(series.date(t), series.at(t), track.expected(t), scale, surprise);
    }
}
