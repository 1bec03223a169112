package app.rotina.web;

import app.rotina.metrics.Metric;
import app.rotina.web.Breakdown.Line;

/** What a chart says, in one sentence. */
final class Summary {
    private Summary() {}

    static String of(Line total, Metric metric, Period period, Figures figures) {
        Words words = figures.words();
        String label = metric.label(words.texts());
        String days = words.days(period.days());
        String value = figures.value(total.now(metric.id()), metric.unit()).text();
        if (period.before() == null || total.before(metric.id()).known().isEmpty()) {
            return words.say("explore.summary", label, days, value);
        }
        SpanChange change =
                SpanChange.of(total.now(metric.id()), total.before(metric.id()), metric, figures);
        return words.say(
                "explore.summary_before",
                label,
                days,
                value,
                words.days(period.before()),
                change.before().text(),
                change.change().text());
    }
}
