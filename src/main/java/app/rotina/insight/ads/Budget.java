package app.rotina.insight.ads;

import app.rotina.insight.ads.Draws.Draw;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Moves of the daily budget, none by more than a fifth of a channel's, for the curve beyond was not
 * seen; and none that does not gain with a probability of 95 %.
 */
public final class Budget {
    private static final double MOST = .2;
    private static final double STEP = .05;

    private final AdModel model;
    private final List<String> channels;
    private final List<Draw> draws;

    Budget(AdModel model, List<String> channels, List<Draw> draws) {
        this.model = model;
        this.channels = channels;
        this.draws = draws;
    }

    /**
     * A channel's spend of a day, now and then.
     *
     * @param gain a day, what the revenue is worth less what is spent more
     */
    public record Change(String channel, double now, double then, Interval gain) {}

    /**
     * Money moved from one channel to another.
     *
     * @param gain revenue a day
     */
    public record Shift(String from, String to, double amount, Interval gain) {}

    /**
     * The channels to spend more or less on; a channel that is not named stays.
     *
     * @param worth what a unit of revenue leaves before advertising, such as .4
     */
    public List<Change> changes(double worth) {
        return IntStream.range(0, channels.size())
                .mapToObj(channel -> best(channel, worth))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Change> best(int channel, double worth) {
        long steps = Math.round(MOST / STEP);
        return IntStream.rangeClosed((int) -steps, (int) steps)
                .filter(step -> step != 0)
                .mapToObj(step -> change(channel, worth, step * STEP))
                .filter(change -> change.gain().low() > 0)
                .max(Comparator.comparingDouble(change -> change.gain().middle()));
    }

    private Change change(int channel, double worth, double part) {
        double now = model.recentSpend(channel);
        double[] gains = revenue(channel, part).map(more -> worth * more - part * now).toArray();
        return new Change(channels.get(channel), now, now * (1 + part), Interval.of(gains));
    }

    /** What scaling a channel's spend adds to a day's revenue, one figure a draw. */
    private DoubleStream revenue(int channel, double part) {
        double[] byForm =
                IntStream.range(0, model.forms())
                        .mapToDouble(form -> model.change(channel, form, 1 + part))
                        .toArray();
        return draws.stream().mapToDouble(draw -> draw.of(channel, byForm));
    }

    /** The best shift of one sum from one channel to another, if any surely gains. */
    public Optional<Shift> shift() {
        return IntStream.range(0, channels.size())
                .boxed()
                .flatMap(from -> shifts(from))
                .filter(shift -> shift.gain().low() > 0)
                .max(Comparator.comparingDouble(shift -> shift.gain().middle()));
    }

    private Stream<Shift> shifts(int from) {
        return IntStream.range(0, channels.size())
                .filter(to -> to != from)
                .mapToObj(to -> shift(from, to));
    }

    private Shift shift(int from, int to) {
        double amount = MOST * Math.min(model.recentSpend(from), model.recentSpend(to));
        double[] gains = revenue(to, amount / model.recentSpend(to)).toArray();
        double[] losses = revenue(from, -amount / model.recentSpend(from)).toArray();
        for (int i = 0; i < gains.length; i++) {
            gains[i] += losses[i];
        }
        return new Shift(channels.get(from), channels.get(to), amount, Interval.of(gains));
    }
}
