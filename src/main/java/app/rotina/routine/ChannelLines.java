package app.rotina.routine;

import app.rotina.goals.MonthGoal;
import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.DailyClose.ChannelLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The channels that have goals of their own, and what the store's goal and result hold beside them
 * as a line of its own.
 */
record ChannelLines(
        Catalog catalog, Metrics metrics, Store store, DayFigures figures, Targets targets) {

    List<ChannelLine> all() {
        List<ChannelLine> lines = new ArrayList<>();
        targets.channels().stream()
                .map(MonthGoal::metric)
                .distinct()
                .forEach(metric -> lines.addAll(of(metric)));
        return lines;
    }

    private List<ChannelLine> of(String metric) {
        Map<String, MetricValue> values = values(metric);
        List<ChannelLine> lines = new ArrayList<>();
        for (MonthGoal goal : targets.channels()) {
            if (goal.metric().equals(metric)) {
                String channel = Objects.requireNonNull(goal.channel());
                MetricValue value = values.getOrDefault(channel, silent(metric));
                MetricValue target =
                        goal.on(figures.date()).map(MetricValue::known).orElse(Targets.NO_GOAL);
                lines.add(line(channel, metric, value, target));
            }
        }
        targets.on(figures.date(), metric)
                .ifPresent(whole -> lines.add(rest(metric, whole, List.copyOf(lines))));
        return lines;
    }

    private Map<String, MetricValue> values(String metric) {
        Question question =
                new Question(
                        List.of(metric), List.of("channel"), Days.only(figures.date()), Map.of());
        Map<String, MetricValue> values = new HashMap<>();
        for (Answer.Row row : metrics.answer(store, question).rows()) {
            values.put(
                    row.keys().getOrDefault("channel", ""),
                    row.values().getOrDefault(metric, MetricValue.missing("no_source")));
        }
        return values;
    }

    /** A channel without rows sold nothing where the store's own figure is known. */
    private MetricValue silent(String metric) {
        MetricValue whole = figures.on(metric);
        return whole.known().isPresent() ? MetricValue.known(BigDecimal.ZERO) : whole;
    }

    private ChannelLine rest(String metric, BigDecimal whole, List<ChannelLine> lines) {
        MetricValue value = figures.on(metric);
        MetricValue target = MetricValue.known(whole);
        for (ChannelLine line : lines) {
            value = DayComputation.minus(value, line.value());
            target = DayComputation.minus(target, line.target());
        }
        return line(DimensionSplit.REMAINDER, metric, value, target);
    }

    private ChannelLine line(String channel, String metric, MetricValue value, MetricValue target) {
        return new ChannelLine(
                channel,
                metric,
                catalog.of(metric).unit().id(),
                value,
                target,
                DayComputation.minus(value, target));
    }
}
