package app.rotina.insight.ads;

import app.rotina.insight.ads.ChannelReturn.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether a channel's spend varied in a way that could show what it does. */
final class Screening {
    private static final int DAYS = 28;
    private static final int DAYS_A_COLUMN = 2;
    private static final double STEADY = .05;
    private static final double CALENDAR = .03;
    private static final double TOGETHER = .97;

    private final AdHistory history;
    private final Columns calendar;
    private final List<double[]> spend = new ArrayList<>();
    private final List<double[]> own = new ArrayList<>();

    Screening(AdHistory history) {
        this.history = history;
        this.calendar = Columns.of(Baseline.of(history));
        int[] known = history.known();
        for (int channel = 0; channel < history.channels().size(); channel++) {
            double[] days = history.spend(channel);
            spend.add(IntStream.of(known).mapToDouble(day -> days[day]).toArray());
            own.add(calendar.without(spend.getLast()));
        }
    }

    /** Why a channel's return cannot be told; empty where it may be. */
    Optional<Doubt> doubt(int channel) {
        int days = history.known().length;
        int columns = calendar.size() + 2 * history.channels().size();
        if (days < Math.max(DAYS, DAYS_A_COLUMN * columns)) {
            return Optional.of(Doubt.TOO_SHORT);
        }
        if (AdModel.mean(history.knownRevenue()) <= 0) {
            return Optional.of(Doubt.NO_REVENUE);
        }
        double mean = AdModel.mean(spend.get(channel));
        if (mean == 0 || AdModel.recentMean(history.spend(channel)) == 0) {
            return Optional.of(Doubt.NO_SPEND);
        }
        double varied = deviation(spend.get(channel), mean);
        if (varied < STEADY * mean) {
            return Optional.of(Doubt.STEADY_SPEND);
        }
        double left = deviation(own.get(channel), 0);
        if (left * left < CALENDAR * varied * varied || left < STEADY * mean) {
            return Optional.of(Doubt.FOLLOWS_CALENDAR);
        }
        return movesTogether(channel) ? Optional.of(Doubt.MOVES_TOGETHER) : Optional.empty();
    }

    private static double deviation(double[] values, double center) {
        double sum = 0;
        for (double each : values) {
            sum += (each - center) * (each - center);
        }
        return Math.sqrt(sum / values.length);
    }

    private boolean movesTogether(int channel) {
        return IntStream.range(0, own.size())
                .filter(other -> other != channel)
                .anyMatch(other -> Math.abs(alike(own.get(channel), own.get(other))) > TOGETHER);
    }

    private static double alike(double[] left, double[] right) {
        double size = Columns.norm(left) * Columns.norm(right);
        return size == 0 ? 0 : Columns.dot(left, right) / size;
    }
}
