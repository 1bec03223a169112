package app.rotina.routine.checks;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One thing that a check found on a day.
 *
 * @param where the part of the store, value by dimension; empty: the whole store
 * @param value the metric there
 * @param usual what it usually is
 * @param stake the money of one day that it costs, positive; zero: it cannot be told
 */
public record Finding(
        Map<String, String> where, BigDecimal value, BigDecimal usual, BigDecimal stake) {

    /** What it is about, the same on every day. */
    public String subject() {
        return new TreeMap<>(where)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" & "));
    }
}
