package app.rotina.routine.checks;

import app.rotina.state.CheckAnswers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found in a period.
 *
 * @param where the part of the store, value by dimension; empty: the whole store
 * @param value the metric there, or the number that a person gave; absence: none
 * @param usual what it usually is; absence: nothing tells
 * @param stake the money of one day that it costs, positive; zero: it cannot be told
 * @param said what a person said of it; absence: data found it
 */
public record Finding(
        Map<String, String> where,
        @Nullable BigDecimal value,
        @Nullable BigDecimal usual,
        BigDecimal stake,
        @Nullable String said) {

    /** What data found. */
    public Finding(
            Map<String, String> where, BigDecimal value, BigDecimal usual, BigDecimal stake) {
        this(where, value, usual, stake, null);
    }

    /** What a person found, of the whole store. */
    static Finding said(CheckAnswers.Said answer, String words) {
        BigDecimal stake = Objects.requireNonNullElse(answer.stake(), BigDecimal.ZERO);
        return new Finding(Map.of(), answer.number(), null, stake, words);
    }

    /** What it is about, the same on every day. */
    public String subject() {
        return new TreeMap<>(where)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" & "));
    }
}
