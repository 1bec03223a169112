package app.rotina.routine;

import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Verdict;
import app.rotina.kernel.Days;
import app.rotina.state.Judgements.Judgement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether an action worked, as it was judged on a day. Figures are per day, in the metric's unit.
 *
 * @param through the last day that was known
 * @param figures absence: nothing was measured, and the reason says why
 * @param reason a text key under {@code effect.reason.}; absence: there are figures
 */
public record KeptEffect(
        Verdict verdict,
        LocalDate through,
        Instant at,
        @Nullable Figures figures,
        @Nullable String reason) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final int DECIMALS = 4;

    /** What moves by less than this share of what is usual came out the same. */
    private static final BigDecimal SAME = new BigDecimal("0.01");

    /**
     * The effect of a day.
     *
     * @param low where it lies at least, 95 times in a hundred; high: at most
     * @param visible the smallest effect that would be seen four times in five
     * @param from the first of the days that were looked at; to: the last
     */
    public record Figures(
            BigDecimal effect,
            BigDecimal low,
            BigDecimal high,
            BigDecimal visible,
            BigDecimal usual,
            LocalDate from,
            LocalDate to) {}

    private record Content(@Nullable Figures figures, @Nullable String reason) {}

    static KeptEffect of(Judgement kept) {
        Content content = JSON.readValue(kept.content(), Content.class);
        return new KeptEffect(
                Verdict.valueOf(kept.verdict()),
                kept.through(),
                kept.at(),
                content.figures(),
                content.reason());
    }

    static KeptEffect of(ActionEffect effect, LocalDate through, Instant now) {
        @Nullable Measured measured = effect.measured();
        @Nullable Days window = effect.window();
        return new KeptEffect(
                effect.verdict(),
                through,
                now,
                measured == null || window == null ? null : figures(measured, window),
                effect.reason());
    }

    String written() {
        return JSON.writeValueAsString(new Content(figures, reason));
    }

    /** True where it says the same of the same days. */
    boolean says(KeptEffect other) {
        @Nullable Figures theirs = other.figures();
        if (verdict != other.verdict() || !through.equals(other.through())) {
            return false;
        }
        if (figures == null || theirs == null) {
            return figures == null && theirs == null;
        }
        return close(figures.effect(), theirs.effect())
                && close(figures.low(), theirs.low())
                && close(figures.high(), theirs.high());
    }

    private boolean close(BigDecimal one, BigDecimal other) {
        BigDecimal usual = figures == null ? BigDecimal.ONE : figures.usual().abs();
        return one.subtract(other).abs().compareTo(usual.multiply(SAME)) <= 0;
    }

    private static Figures figures(Measured measured, Days window) {
        return new Figures(
                decimal(measured.effect()),
                decimal(measured.low()),
                decimal(measured.high()),
                decimal(measured.smallestVisible()),
                decimal(measured.usual()),
                window.from(),
                window.to());
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
