package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.report.Paper.Line;
import app.rotina.report.Paper.Lines;
import app.rotina.routine.TodayWork;
import app.rotina.warehouse.OpenWork.HeroOut;
import app.rotina.warehouse.OpenWork.Unshipped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was left open at the end of the last day, as things to do, the most pressing first. */
record WorkWords(Telling telling) {
    private static final int NAMED = 3;

    Optional<Lines> block() {
        List<String> todo = todo();
        return todo.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Lines(telling.say("work.title"), todo.stream().map(Line::of).toList()));
    }

    List<String> todo() {
        TodayWork.Block work = telling.report().work();
        List<String> todo = new ArrayList<>();
        if (isSome(work.heroStockouts())) {
            todo.add(telling.say("work.heroes", work.heroesOut().size(), heroes(work)));
        }
        if (isSome(work.unshippedOrders()) && !work.unshipped().isEmpty()) {
            long orders = work.unshipped().stream().mapToLong(Unshipped::orders).sum();
            int oldest = work.unshipped().stream().mapToInt(Unshipped::days).max().orElse(0);
            todo.add(telling.say("work.unshipped", orders, oldest));
        }
        if (work.late() > 0) {
            todo.add(telling.say("work.late", work.late()));
        }
        work.pending()
                .known()
                .filter(amount -> amount.signum() > 0)
                .map(amount -> telling.say("work.pending", telling.text(amount, Metric.Unit.MONEY)))
                .ifPresent(todo::add);
        return todo;
    }

    private static boolean isSome(MetricValue count) {
        return count.known().orElse(BigDecimal.ZERO).signum() > 0;
    }

    /** The variants of each product together. */
    private String heroes(TodayWork.Block work) {
        Map<String, String> products =
                work.heroesOut().stream()
                        .limit(NAMED)
                        .collect(
                                Collectors.groupingBy(
                                        HeroOut::product,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                WorkWords::variant, Collectors.joining(", "))));
        Stream<String> named =
                products.entrySet().stream()
                        .map(each -> telling.say("work.variants", each.getKey(), each.getValue()));
        int more = work.heroesOut().size() - NAMED;
        return Stream.concat(
                        named,
                        more > 0 ? Stream.of(telling.say("work.more", more)) : Stream.empty())
                .collect(Collectors.joining("; "));
    }

    private static String variant(HeroOut hero) {
        return Stream.of(hero.size(), hero.colour())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
