package app.rotina.api;

import app.rotina.insight.effect.Finding.Measured;
import app.rotina.kernel.Days;
import app.rotina.routine.ActionEffect;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether an action worked. Figures are per day of the window; null where nothing can be said.
 *
 * @param method what was compared with: {@code control_group}, {@code control_series} or {@code
 *     own_pattern}
 * @param low where the effect lies at least, 95 times in a hundred; high: at most
 * @param p how likely such a difference is without an action
 * @param verdict {@code worked}, {@code made_it_worse}, {@code no_effect_seen} or {@code
 *     cannot_tell}
 * @param smallestVisible the smallest effect that would be seen four times in five
 * @param total the effect over the window; null for a rate
 * @param dimension what the control group is values of; empty: there is none
 */
record EffectCard(
        ActionCard action,
        String metric,
        @Nullable String method,
        @Nullable Object effect,
        @Nullable Object low,
        @Nullable Object high,
        @Nullable BigDecimal p,
        String verdict,
        @JsonProperty("smallest_visible") @Nullable Object smallestVisible,
        @Nullable Object usual,
        @Nullable Total total,
        @Nullable Window window,
        String dimension,
        List<String> control,
        @Nullable String reason,
        List<Period> course) {
    private static final int DECIMALS = 4;
    private static final int RATE_DECIMALS = 8;

    /** The effect over all days of the window together. */
    record Total(@Nullable Object effect, @Nullable Object low, @Nullable Object high) {}

    /** The days of the action that were looked at. */
    record Window(LocalDate from, LocalDate to, int days) {}

    /** A day or a week, its figure per day, and what was to be expected. */
    record Period(
            LocalDate from, LocalDate to, @Nullable Object actual, @Nullable Object expected) {}

    static EffectCard of(ActionEffect effect, Figures figures) {
        Reader reader = new Reader(effect.action().metric(), figures);
        @Nullable Measured measured = effect.measured();
        @Nullable Days window = effect.window();
        return new EffectCard(
                ActionCard.of(effect.action()),
                effect.action().metric(),
                measured == null ? null : measured.way().name().toLowerCase(Locale.ROOT),
                measured == null ? null : reader.of(measured.effect()),
                measured == null ? null : reader.of(measured.low()),
                measured == null ? null : reader.of(measured.high()),
                measured == null ? null : decimal(measured.p(), DECIMALS),
                effect.verdict().id(),
                measured == null ? null : reader.of(measured.smallestVisible()),
                measured == null ? null : reader.of(measured.usual()),
                measured == null || window == null ? null : reader.total(measured, window),
                window == null ? null : new Window(window.from(), window.to(), window.count()),
                effect.dimension(),
                effect.control(),
                effect.reason(),
                effect.course().stream().map(reader::period).toList());
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private record Reader(String metric, Figures figures) {

        @Nullable Object of(double value) {
            boolean adds = figures.adds(metric);
            return figures.of(metric, decimal(value, adds ? DECIMALS : RATE_DECIMALS));
        }

        @Nullable Total total(Measured measured, Days window) {
            return figures.adds(metric)
                    ? new Total(
                            of(measured.effect() * window.count()),
                            of(measured.low() * window.count()),
                            of(measured.high() * window.count()))
                    : null;
        }

        Period period(ActionEffect.Period period) {
            OptionalDouble expected = period.expected();
            return new Period(
                    period.days().from(),
                    period.days().to(),
                    of(period.actual()),
                    expected.isPresent() ? of(expected.getAsDouble()) : null);
        }
    }
}
