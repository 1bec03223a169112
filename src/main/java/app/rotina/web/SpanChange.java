package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * By how much a figure changed against the one before it, in percent, with the one before. From
 * nothing it is new, and from less than nothing there is no percentage.
 */
record SpanChange(Shown change, Shown before) {

    static SpanChange of(MetricValue now, MetricValue before, Metric metric, Figures figures) {
        return new SpanChange(
                change(now, before, metric, figures), figures.value(before, metric.unit()));
    }

    private static Shown change(
            MetricValue now, MetricValue before, Metric metric, Figures figures) {
        Words words = figures.words();
        if (now.known().isEmpty() || before.known().isEmpty()) {
            return Shown.missing(words.say("span.no_comparison"));
        }
        BigDecimal value = now.known().get();
        BigDecimal base = before.known().get();
        if (base.signum() > 0) {
            BigDecimal ratio = value.subtract(base).divide(base, 3, RoundingMode.HALF_UP);
            return new Shown(
                    words.signedPercent(ratio, 1),
                    Shown.tone(ratio.signum(), metric.upIsGood()),
                    null);
        }
        boolean fresh = base.signum() == 0 && value.signum() > 0;
        return fresh
                ? new Shown(words.say("span.new"), Shown.EVEN, null)
                : Shown.missing(words.say("span.no_percentage"));
    }
}
