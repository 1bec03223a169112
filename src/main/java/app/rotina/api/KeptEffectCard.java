package app.rotina.api;

import app.rotina.routine.EffectBook;
import app.rotina.routine.KeptEffect;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action, and what was judged of it. Figures are per day of the days looked at.
 *
 * @param judged null: it is too early
 * @param before what was said of the same days before data changed; null: the same
 * @param next the last day of those that it will be judged by next; null: this was the last time
 */
record KeptEffectCard(
        ActionCard action,
        @Nullable Judged judged,
        @Nullable Judged before,
        @Nullable LocalDate next) {

    /**
     * One judgement.
     *
     * @param verdict {@code worked}, {@code made_it_worse}, {@code no_effect_seen} or {@code
     *     cannot_tell}
     * @param low where the effect lies at least, 95 times in a hundred; high: at most
     * @param smallestVisible the smallest effect that would be seen four times in five
     * @param reason why there are no figures; null: there are
     */
    record Judged(
            String verdict,
            LocalDate through,
            Instant at,
            @Nullable BigDecimal effect,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @JsonProperty("smallest_visible") @Nullable BigDecimal smallestVisible,
            @Nullable BigDecimal usual,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {

        static @Nullable Judged of(@Nullable KeptEffect kept) {
            if (kept == null) {
                return null;
            }
            KeptEffect.@Nullable Figures figures = kept.figures();
            return new Judged(
                    kept.verdict().id(),
                    kept.through(),
                    kept.at(),
                    figures == null ? null : figures.effect(),
                    figures == null ? null : figures.low(),
                    figures == null ? null : figures.high(),
                    figures == null ? null : figures.visible(),
                    figures == null ? null : figures.usual(),
                    figures == null ? null : figures.from(),
                    figures == null ? null : figures.to(),
                    kept.reason());
        }
    }

    static KeptEffectCard of(EffectBook.Entry entry) {
        return new KeptEffectCard(
                ActionCard.of(entry.action()),
                Judged.of(entry.effect()),
                Judged.of(entry.before()),
                entry.next());
    }
}
