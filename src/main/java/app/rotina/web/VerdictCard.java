package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.Restated;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "did the day meet its target?", in one sentence.
 *
 * @param kind {@code met}, {@code missed}, {@code no_goal}, {@code no_data} or {@code open}
 * @param detail value and target; empty where there is neither
 * @param reached percent of the target from 0 to 100, for the bar; absence: no target
 * @param restated what the figure was before late data; absence: never restated
 * @param pending what is placed but not paid; absence: nothing is, or nobody knows
 */
record VerdictCard(
        String kind,
        String label,
        String sentence,
        String detail,
        @Nullable BigDecimal reached,
        boolean provisional,
        @Nullable String restated,
        @Nullable String pending) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static VerdictCard of(DailyClose close, Metric metric, Figures figures) {
        MetricLine line = line(close);
        String kind = close.verdict().name().toLowerCase(Locale.ROOT);
        Words words = figures.words();
        return new VerdictCard(
                kind,
                words.say("web.verdict.label." + kind),
                sentence(close, line, metric, figures),
                detail(line, metric, figures),
                reached(line),
                close.provisional() && close.verdict().isTold(),
                restated(close.restated(), metric, figures),
                pending(close.pending(), figures));
    }

    static MetricLine line(DailyClose close) {
        return close.metrics().stream()
                .filter(line -> line.id().equals(close.goalMetric()))
                .findFirst()
                .orElseThrow();
    }

    private static String sentence(
            DailyClose close, MetricLine line, Metric metric, Figures figures) {
        Words words = figures.words();
        return switch (close.verdict()) {
            case MET -> met(line.gap(), metric, figures);
            case MISSED ->
                    words.say(
                            "web.verdict.missed",
                            figures.text(amount(line.gap()).abs(), metric.unit()));
            case NO_GOAL ->
                    words.say(
                            "web.verdict.no_goal",
                            figures.text(amount(line.value()), metric.unit()),
                            metric.label(words.texts()));
            case NO_DATA -> words.say("web.verdict.no_data");
            case OPEN ->
                    words.say(
                            "web.verdict.open", figures.text(amount(line.value()), metric.unit()));
        };
    }

    private static String met(MetricValue gap, Metric metric, Figures figures) {
        return amount(gap).signum() == 0
                ? figures.words().say("web.verdict.met_exactly")
                : figures.words().say("web.verdict.met", figures.text(amount(gap), metric.unit()));
    }

    private static String detail(MetricLine line, Metric metric, Figures figures) {
        if (line.value().known().isEmpty() || line.target().known().isEmpty()) {
            return "";
        }
        return figures.words()
                .say(
                        "web.verdict.detail",
                        figures.text(amount(line.value()), metric.unit()),
                        figures.text(amount(line.target()), metric.unit()));
    }

    private static @Nullable BigDecimal reached(MetricLine line) {
        if (line.value().known().isEmpty()
                || line.target().known().isEmpty()
                || amount(line.target()).signum() <= 0) {
            return null;
        }
        return amount(line.value())
                .multiply(HUNDRED)
                .divide(amount(line.target()), MathContext.DECIMAL32)
                .max(BigDecimal.ZERO)
                .min(HUNDRED);
    }

    private static @Nullable String restated(
            @Nullable Restated restated, Metric metric, Figures figures) {
        return restated == null
                ? null
                : figures.words()
                        .say("web.restated", figures.text(restated.before(), metric.unit()));
    }

    private static @Nullable String pending(MetricValue pending, Figures figures) {
        return pending.known()
                .filter(amount -> amount.signum() > 0)
                .map(amount ->
                        figures.words().say("web.pending", figures.text(amount, Metric.Unit.MONEY)))
                .orElse(null);
    }

    private static BigDecimal amount(MetricValue value) {
        return value.known().orElse(BigDecimal.ZERO);
    }

    /** The marks beside the verdict. */
    List<String> marks(Words words) {
        return provisional ? List.of(words.say("web.provisional")) : List.of();
    }
}
