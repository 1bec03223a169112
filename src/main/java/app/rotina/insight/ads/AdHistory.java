package app.rotina.insight.ads;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What was spent on each channel and what the store took, one figure a day from the first day on,
 * in one currency.
 *
 * @param spend a channel's days in the order of the channels; a day without spend is zero
 * @param revenue of the whole store; empty where it is not known or an event made it unlike others
 */
public record AdHistory(
        LocalDate first,
        List<String> channels,
        List<List<Double>> spend,
        List<OptionalDouble> revenue) {

    public AdHistory {
        if (channels.size() != spend.size()
                || spend.stream().anyMatch(days -> days.size() != revenue.size())
                || spend.stream().flatMap(List::stream).anyMatch(amount -> !(amount >= 0))) {
            throw new IllegalArgumentException("spend of other days or under zero: " + channels);
        }
    }

    int days() {
        return revenue.size();
    }

    /** The days whose revenue is known. */
    int[] known() {
        return IntStream.range(0, days()).filter(day -> revenue.get(day).isPresent()).toArray();
    }

    double[] knownRevenue() {
        return IntStream.of(known()).mapToDouble(day -> revenue.get(day).orElseThrow()).toArray();
    }

    double[] spend(int channel) {
        return spend.get(channel).stream().mapToDouble(each -> each).toArray();
    }
}
