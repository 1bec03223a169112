package app.rotina.review;

import app.rotina.routine.ActionEffect;
import app.rotina.routine.Causes.Cause;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that brought money in a period, or cost some.
 *
 * @param metric what it is measured in; of a driver the driver
 * @param where the segment, value by dimension; empty: the whole store
 * @param amount against what was to come, in the unit of the report's metric; of an action its
 *     effect in a week, in the unit of its own metric
 * @param cause of a segment that stands out; absence: it is a plain part of the gap
 * @param effect of an action; absence: it is none
 */
public record Part(
        Kind kind,
        String metric,
        Map<String, String> where,
        BigDecimal amount,
        @Nullable Cause cause,
        @Nullable ActionEffect effect) {

    /** What it is. */
    public enum Kind {
        ACTION,
        DRIVER,
        SEGMENT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Part driver(String metric, BigDecimal amount) {
        return new Part(Kind.DRIVER, metric, Map.of(), amount, null, null);
    }

    /** Names it within its review, the same whenever it is looked at. */
    public String key() {
        return switch (kind) {
            case ACTION -> "action-" + (effect == null ? "" : effect.action().id());
            case DRIVER -> "driver-" + metric;
            case SEGMENT ->
                    "segment-"
                            + where.entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .sorted()
                                    .collect(Collectors.joining("&"));
        };
    }
}
