package app.rotina.routine;

import app.rotina.goals.MonthGoal;
import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Apportion;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.MonthAccount.Part;
import app.rotina.routine.MonthOutlook.Channel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A month by channel. A channel with a goal is projected on its own; what then remains of the
 * store's projection is spread over the others as they sold over the last four weeks.
 */
record MonthChannels(Metrics metrics, Store store, MonthOutlook month, Targets targets) {
    private static final String CHANNEL = "channel";
    private static final int RECENT_DAYS = 28;
    private static final int SHARE_DECIMALS = 4;
    private static final MetricValue NOT_SPLIT = MetricValue.missing("no_dimension");

    List<Part> all() {
        if (!metrics.splits(store, month.metric(), CHANNEL)) {
            return List.of();
        }
        Map<String, BigDecimal> sold = sold();
        List<Part> parts = new ArrayList<>();
        Map<String, MetricValue> others = others(sold);
        sold.forEach((channel, value) -> parts.add(part(channel, value, others)));
        parts.sort(Comparator.comparing((Part part) -> amount(part.toDate())).reversed());
        rest(parts).ifPresent(parts::add);
        return parts.size() > 1 ? List.copyOf(parts) : List.of();
    }

    /** Channels that sold, and those with a goal that did not. */
    private Map<String, BigDecimal> sold() {
        LocalDate first = month.month().atDay(1);
        Map<String, BigDecimal> sold = new LinkedHashMap<>();
        month.channels().forEach(one -> sold.put(one.channel(), amount(one.toDate())));
        if (!month.asOf().isBefore(first)) {
            sold.putAll(by(new Days(first, month.asOf())));
        }
        return sold;
    }

    private Map<String, BigDecimal> by(Days days) {
        Question question = new Question(List.of(month.metric()), List.of(CHANNEL), days, Map.of());
        Map<String, BigDecimal> sold = new TreeMap<>();
        for (Answer.Row row : metrics.answer(store, question).rows()) {
            MetricValue value = row.values().getOrDefault(month.metric(), NOT_SPLIT);
            value.known().ifPresent(one -> sold.put(row.keys().getOrDefault(CHANNEL, ""), one));
        }
        return sold;
    }

    private Part part(String channel, BigDecimal value, Map<String, MetricValue> others) {
        Optional<Channel> own = own(channel);
        return new Part(
                channel,
                MetricValue.known(value),
                share(value),
                own.map(Channel::goal).orElse(Targets.NO_GOAL),
                own.map(one -> one.outlook().projection())
                        .orElseGet(() -> others.getOrDefault(channel, NOT_SPLIT)),
                own.map(one -> one.outlook().probability()).orElse(Targets.NO_GOAL));
    }

    private Optional<Channel> own(String channel) {
        return month.channels().stream().filter(one -> one.channel().equals(channel)).findFirst();
    }

    private MetricValue share(BigDecimal value) {
        BigDecimal whole = amount(month.toDate());
        return whole.signum() <= 0
                ? MetricValue.missing("nothing_to_divide_by")
                : MetricValue.known(value.divide(whole, MathContext.DECIMAL64));
    }

    /** What channels without a goal come to, together exactly what the others leave. */
    private Map<String, MetricValue> others(Map<String, BigDecimal> sold) {
        Map<String, BigDecimal> recent =
                by(new Days(month.asOf().minusDays(RECENT_DAYS - 1L), month.asOf()));
        List<String> free = sold.keySet().stream().filter(one -> own(one).isEmpty()).toList();
        List<BigDecimal> weights =
                free.stream()
                        .map(one -> recent.getOrDefault(one, BigDecimal.ZERO).max(BigDecimal.ZERO))
                        .toList();
        Optional<BigDecimal> left = left(sold, free);
        if (left.isEmpty() || left.get().signum() < 0 || free.isEmpty()) {
            return Map.of();
        }
        List<BigDecimal> parts =
                Apportion.spread(left.get(), weights, Math.max(0, left.get().scale()));
        Map<String, MetricValue> others = new LinkedHashMap<>();
        for (int i = 0; i < free.size(); i++) {
            BigDecimal known = sold.getOrDefault(free.get(i), BigDecimal.ZERO);
            others.put(free.get(i), MetricValue.known(known.add(parts.get(i))));
        }
        return others;
    }

    /** What is still to come of the store's projection beside its channels' own; empty: unknown. */
    private Optional<BigDecimal> left(Map<String, BigDecimal> sold, List<String> free) {
        BigDecimal told =
                free.stream()
                        .map(one -> sold.getOrDefault(one, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Channel own : month.channels()) {
            Optional<BigDecimal> end = own.outlook().projection().known();
            if (end.isEmpty()) {
                return Optional.empty();
            }
            told = told.add(end.get());
        }
        BigDecimal beside = told;
        return month.outlook()
                .projection()
                .known()
                .map(end -> end.subtract(beside))
                .map(left -> left.setScale(Math.min(left.scale(), SHARE_DECIMALS)));
    }

    /** What the goals of channels leave of the store's goal. */
    private Optional<Part> rest(List<Part> parts) {
        List<MonthGoal> own =
                targets.channels().stream()
                        .filter(goal -> goal.metric().equals(month.metric()))
                        .toList();
        Optional<BigDecimal> open =
                month.goal()
                        .known()
                        .map(goal ->
                                own.stream()
                                        .map(MonthGoal::value)
                                        .reduce(goal, BigDecimal::subtract))
                        .filter(left -> !own.isEmpty() && left.signum() != 0);
        BigDecimal beside =
                parts.stream()
                        .map(part -> amount(part.toDate()))
                        .reduce(amount(month.toDate()), BigDecimal::subtract);
        return open.isEmpty() && beside.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        new Part(
                                DimensionSplit.REMAINDER,
                                MetricValue.known(beside),
                                share(beside),
                                open.map(MetricValue::known).orElse(Targets.NO_GOAL),
                                NOT_SPLIT,
                                Targets.NO_GOAL));
    }

    private static BigDecimal amount(MetricValue value) {
        return value.known().orElse(BigDecimal.ZERO);
    }
}
