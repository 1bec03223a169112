package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.TodayWork;
import app.rotina.warehouse.OpenWork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits for somebody this morning; only what a source speaks of. */
record Work(List<Item> items) {
    private static final int NAMED = 5;
    private static final String UNSHIPPED = "unshipped_orders";

    /**
     * One kind of work.
     *
     * @param details the parts of it, the worst first
     */
    record Item(String metric, String label, Shown value, boolean urgent, List<String> details) {
        /** Where its rows are found; follows the store's address. */
        String rows(LocalDate day) {
            return metric.equals(UNSHIPPED)
                    ? "/waiting/" + day
                    : CheckWords.rows(metric, Days.only(day), Map.of());
        }
    }

    static Work of(TodayWork.Block block, Figures figures) {
        List<Item> items = new ArrayList<>();
        Words words = figures.words();
        block.unshippedOrders()
                .known()
                .ifPresent(count ->
                        items.add(
                                item(
                                        UNSHIPPED,
                                        count,
                                        unshipped(block.unshipped(), words),
                                        figures)));
        block.heroStockouts()
                .known()
                .ifPresent(count ->
                        items.add(
                                item(
                                        "hero_stockouts",
                                        count,
                                        heroes(block.heroesOut(), words),
                                        figures)));
        if (!block.answered().isEmpty()) {
            BigDecimal late = BigDecimal.valueOf(block.late());
            items.add(item("conversations", late, answered(block.answered(), words), figures));
        }
        pending(block.pending(), items, figures);
        return new Work(items);
    }

    private static Item item(
            String metric, BigDecimal count, List<String> details, Figures figures) {
        return new Item(
                metric,
                figures.words().say("web.work." + metric),
                Shown.plain(figures.words().count(count)),
                count.signum() > 0,
                count.signum() > 0 ? details : List.of());
    }

    private static void pending(MetricValue pending, List<Item> items, Figures figures) {
        pending.known()
                .filter(amount -> amount.signum() > 0)
                .ifPresent(amount ->
                        items.add(
                                new Item(
                                        "pending_amount",
                                        figures.words().say("web.work.pending_amount"),
                                        Shown.plain(figures.text(amount, Unit.MONEY)),
                                        false,
                                        List.of())));
    }

    /** The longest waits by cause, and all that wait less as one: the parts make the whole. */
    private static List<String> unshipped(List<OpenWork.Unshipped> orders, Words words) {
        List<String> lines = new ArrayList<>();
        orders.stream().limit(NAMED).forEach(one -> lines.add(age(one, words)));
        List<OpenWork.Unshipped> rest = orders.stream().skip(NAMED).toList();
        if (!rest.isEmpty()) {
            lines.add(
                    words.say(
                            "web.work.rest",
                            rest.getFirst().days(),
                            rest.stream().mapToLong(OpenWork.Unshipped::orders).sum()));
        }
        return lines;
    }

    private static String age(OpenWork.Unshipped one, Words words) {
        return words.say(
                one.cause().equals(OpenWork.UNKNOWN) ? "web.work.age" : "web.work.age_cause",
                one.days(),
                one.orders(),
                words.texts().value("delay_cause", one.cause()));
    }

    private static List<String> heroes(List<OpenWork.HeroOut> out, Words words) {
        Stream<String> named =
                out.stream()
                        .limit(NAMED)
                        .map(one ->
                                Stream.of(one.product(), one.size(), one.colour())
                                        .filter(part -> part != null && !part.isBlank())
                                        .collect(Collectors.joining(" · ")));
        return out.size() <= NAMED
                ? named.toList()
                : Stream.concat(named, Stream.of(words.say("web.work.more", out.size() - NAMED)))
                        .toList();
    }

    private static List<String> answered(List<OpenWork.Answered> agents, Words words) {
        return agents.stream()
                .filter(one -> one.late() > 0)
                .limit(NAMED)
                .map(one ->
                        words.say(
                                "web.work.agent",
                                words.texts().value("agent", one.agent()),
                                one.late(),
                                one.conversations()))
                .toList();
    }
}
