package app.rotina.web;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.MonthAccount.Part;
import app.rotina.routine.MonthAccount.Stage;
import app.rotina.routine.MonthAccount.Week;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A week of the month, or a channel of it; the last line is the whole.
 *
 * @param rows what to add to the address of its rows; absence: it has none of its own
 * @param share of the whole so far; absence: not asked
 * @param chance of its goal; absence: it has none, or it cannot be told
 */
record MonthLine(
        String label,
        @Nullable String rows,
        @Nullable String share,
        Shown goal,
        Shown actual,
        Shown projection,
        Shown gap,
        @Nullable String chance,
        boolean whole) {

    static List<MonthLine> weeks(MonthAccount account, Metric metric, Figures figures) {
        Drawing drawing = new Drawing(account, metric, figures);
        return Stream.concat(
                        account.weeks().stream().map(drawing::week),
                        Stream.of(drawing.whole(false)))
                .toList();
    }

    static List<MonthLine> channels(MonthAccount account, Metric metric, Figures figures) {
        if (account.channels().isEmpty()) {
            return List.of();
        }
        Drawing drawing = new Drawing(account, metric, figures);
        List<MonthLine> lines = new ArrayList<>();
        account.channels().forEach(part -> lines.add(drawing.channel(part)));
        lines.add(drawing.whole(true));
        return lines;
    }

    static String name(Part part, Words words) {
        return isRest(part)
                ? words.say("value.channel.rest")
                : words.texts().value("channel", part.channel());
    }

    private static boolean isRest(Part part) {
        return part.channel().equals(DimensionSplit.REMAINDER);
    }

    private record Drawing(MonthAccount account, Metric metric, Figures figures) {

        MonthLine week(Week week) {
            boolean begun = !week.days().from().isAfter(account.outlook().asOf());
            Days known =
                    new Days(
                            week.days().from(),
                            begun && week.days().to().isAfter(account.outlook().asOf())
                                    ? account.outlook().asOf()
                                    : week.days().to());
            return new MonthLine(
                    MonthView.said(week.days(), figures.words()),
                    begun ? "metric=" + metric.id() + "&" + MonthView.span(known) : null,
                    null,
                    value(week.target()),
                    value(week.actual()),
                    value(week.projection()),
                    gap(week.projection(), week.target()),
                    null,
                    false);
        }

        MonthLine channel(Part part) {
            boolean rest = isRest(part);
            boolean none = rest || account.stage() == Stage.AHEAD;
            Words words = figures.words();
            return new MonthLine(
                    name(part, words),
                    none ? null : rows(part.channel()),
                    share(part.share()).orElse(null),
                    value(part.goal()),
                    value(part.toDate()),
                    value(part.projection()),
                    gap(part.projection(), part.goal()),
                    part.probability()
                            .known()
                            .filter(one -> account.stage() != Stage.OVER)
                            .map(one -> MonthCard.likely(one, words))
                            .orElse(null),
                    false);
        }

        MonthLine whole(boolean shares) {
            MetricValue end = account.outlook().outlook().projection();
            MetricValue goal = account.outlook().goal();
            return new MonthLine(
                    figures.words().say("month.whole"),
                    null,
                    shares && account.outlook().toDate().known().isPresent()
                            ? figures.words().percent(BigDecimal.ONE, 1)
                            : null,
                    value(goal),
                    value(account.outlook().toDate()),
                    value(end),
                    gap(end, goal),
                    null,
                    true);
        }

        private String rows(String channel) {
            Days known = new Days(account.outlook().month().atDay(1), account.outlook().asOf());
            return "metric="
                    + metric.id()
                    + "&"
                    + MonthView.span(known)
                    + RowsView.conditions(Map.of("channel", channel));
        }

        private Optional<String> share(MetricValue share) {
            return share.known().map(one -> figures.words().percent(one, 1));
        }

        private Shown value(MetricValue value) {
            return figures.value(value, metric.unit());
        }

        private Shown gap(MetricValue value, MetricValue goal) {
            return value.known()
                    .flatMap(one -> goal.known().map(one::subtract))
                    .map(one -> figures.difference(MetricValue.known(one), metric))
                    .orElseGet(() -> value(goal.known().isEmpty() ? goal : value));
        }
    }
}
