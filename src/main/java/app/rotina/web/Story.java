package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.routine.DailyClose;
import app.rotina.routine.SpanWhy;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What is explained: a metric over days, what it came to, and why.
 *
 * @param details what is said beside a driver, by its metric
 */
record Story(
        String metric,
        Days days,
        BigDecimal actual,
        DailyClose.Why why,
        Map<String, String> details) {

    /** Of one day; empty where nothing can be told. */
    static Optional<Story> of(DailyClose close) {
        return close.why()
                .gap()
                .known()
                .flatMap(gap -> VerdictCard.line(close).value().known())
                .map(actual ->
                        new Story(
                                close.goalMetric(),
                                Days.only(close.date()),
                                actual,
                                close.why(),
                                Map.of()));
    }

    /** Of several days together. */
    static Optional<Story> of(SpanWhy told, Map<String, String> details) {
        return Optional.ofNullable(told.actual())
                .map(actual -> new Story(told.metric(), told.days(), actual, told.why(), details));
    }

    BigDecimal gap() {
        return why.gap().known().orElseThrow();
    }

    /** What to add to the rows' address to see what a figure of these days is made of. */
    String rows(String figure, Map<String, String> where) {
        return "metric="
                + figure
                + "&from="
                + days.from()
                + "&to="
                + days.to()
                + RowsView.conditions(where);
    }
}
