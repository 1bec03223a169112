package app.rotina.report;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.report.Report.Channel;
import app.rotina.routine.MonthOutlook;
import app.rotina.routine.Outlook;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The channels of a period; what they do not hold is a line of its own, so that they sum up. */
record ReportChannels(Metrics metrics, Store store, ReportGoals goals, MonthOutlook outlook) {
    private static final String CHANNEL = "channel";

    /** The figures of one run of days by channel, and of all together. */
    private record Split(Map<String, BigDecimal> parts, MetricValue whole) {

        /** A channel without rows sold nothing where the whole is known. */
        MetricValue of(String channel) {
            @Nullable BigDecimal part = parts.get(channel);
            if (part != null) {
                return MetricValue.known(part);
            }
            return whole.known().isPresent() ? MetricValue.known(BigDecimal.ZERO) : whole;
        }

        MetricValue rest() {
            BigDecimal sum = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return whole.known().map(all -> MetricValue.known(all.subtract(sum))).orElse(whole);
        }
    }

    /** The largest first; empty where the metric is not known by channel. */
    List<Channel> of(ReportPeriod period, String metric) {
        if (!metrics.splits(store, metric, CHANNEL)) {
            return List.of();
        }
        YearMonth month = outlook.month();
        Days monthSoFar = new Days(month.atDay(1), period.through());
        List<Split> splits = splits(List.of(period.days(), period.previous(), monthSoFar), metric);
        Split now = splits.getFirst();
        Split before = splits.get(1);
        Split soFar = splits.getLast();
        if (now.whole().known().isEmpty() || now.parts().isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(now.parts().keySet());
        names.addAll(soFar.parts().keySet());
        outlook.channels().forEach(each -> names.add(each.channel()));
        List<Channel> channels = new ArrayList<>();
        for (String name : names) {
            channels.add(
                    new Channel(
                            name,
                            now.of(name),
                            goals.sum(period.days(), metric, name),
                            before.of(name),
                            soFar.of(name),
                            goals.ofMonth(month, metric, name),
                            outlook(name)));
        }
        channels.sort(Comparator.comparing(ReportChannels::amount).reversed());
        if (now.rest().known().orElse(BigDecimal.ZERO).signum() != 0) {
            channels.add(rest(now, before, soFar));
        }
        return channels;
    }

    private static Channel rest(Split now, Split before, Split soFar) {
        return new Channel(
                DimensionSplit.REMAINDER,
                now.rest(),
                ReportGoals.NO_GOAL,
                before.rest(),
                soFar.rest(),
                ReportGoals.NO_GOAL,
                null);
    }

    private static BigDecimal amount(Channel channel) {
        return channel.value().known().orElse(BigDecimal.ZERO);
    }

    private @Nullable Outlook outlook(String name) {
        return outlook.channels().stream()
                .filter(each -> each.channel().equals(name))
                .map(MonthOutlook.Channel::outlook)
                .findFirst()
                .orElse(null);
    }

    private List<Split> splits(List<Days> spans, String metric) {
        List<Question> questions =
                spans.stream()
                        .map(days ->
                                new Question(List.of(metric), List.of(CHANNEL), days, Map.of()))
                        .toList();
        return metrics.answers(store, questions).stream()
                .map(answer -> split(answer, metric))
                .toList();
    }

    private static Split split(Answer answer, String metric) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (Answer.Row row : answer.rows()) {
            row.values()
                    .getOrDefault(metric, MetricValue.missing("no_source"))
                    .known()
                    .ifPresent(value ->
                            parts.merge(
                                    row.keys().getOrDefault(CHANNEL, ""), value, BigDecimal::add));
        }
        return new Split(
                parts, answer.total().getOrDefault(metric, MetricValue.missing("no_source")));
    }
}
