package app.rotina.report;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.MetricValue;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Grid;
import app.rotina.report.Paper.Row;
import app.rotina.report.Report.Channel;
import app.rotina.report.Report.Headline;
import app.rotina.routine.Outlook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The channels of a period, and whether each makes its month. */
record ChannelGrids(Telling telling) {

    /** With a line for all of them together, which they sum to. */
    Optional<Grid> channels() {
        List<Channel> channels = telling.report().channels();
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        boolean goals = channels.stream().anyMatch(each -> each.target().known().isPresent());
        List<String> heads = new ArrayList<>();
        heads.add(telling.say("channels.title"));
        heads.add(telling.say("column.value"));
        heads.add(telling.say("column.share"));
        if (goals) {
            heads.add(telling.say("column.gap"));
        }
        heads.add(telling.say("column.to_date"));
        List<Row> rows = new ArrayList<>();
        channels.forEach(each -> rows.add(channel(each, goals)));
        rows.add(allChannels(goals));
        return Optional.of(new Grid(telling.say("channels.title"), heads, rows, "").filled());
    }

    private Row channel(Channel channel, boolean goals) {
        Headline headline = telling.report().headline();
        String rows =
                Telling.rows(
                        headline.metric(),
                        telling.report().period().days(),
                        Map.of("channel", channel.channel()));
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.plain(name(channel)));
        cells.add(telling.cell(channel.value()).toRows(rows));
        cells.add(telling.part(channel.value(), headline.value()));
        if (goals) {
            cells.add(telling.gap(channel.value(), channel.target()));
        }
        cells.add(telling.cell(channel.toDate()));
        return new Row(false, cells);
    }

    private Row allChannels(boolean goals) {
        Headline headline = telling.report().headline();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.plain(telling.say("total")));
        cells.add(telling.cell(headline.value()));
        cells.add(telling.part(headline.value(), headline.value()));
        if (goals) {
            cells.add(telling.gap(headline.value(), headline.target()));
        }
        cells.add(telling.cell(sum(Channel::toDate)));
        return new Row(true, cells);
    }

    private MetricValue sum(Function<Channel, MetricValue> figure) {
        return telling.report().channels().stream()
                .map(figure)
                .reduce(ChannelGrids::plus)
                .orElse(ReportGoals.NO_GOAL);
    }

    private static MetricValue plus(MetricValue a, MetricValue b) {
        return a.known()
                .map(x -> b.known().map(y -> MetricValue.known(x.add(y))).orElse(b))
                .orElse(a);
    }

    String name(Channel channel) {
        return channel.channel().equals(DimensionSplit.REMAINDER)
                ? telling.texts().say("value.channel.rest")
                : telling.texts().value("channel", channel.channel());
    }

    /** Whether each channel makes its month; empty where none has a goal of its own. */
    Optional<Grid> outlooks() {
        List<Channel> set =
                telling.report().channels().stream()
                        .filter(each -> each.outlook() != null)
                        .toList();
        if (set.isEmpty() || new MonthBlock(telling).isOver()) {
            return Optional.empty();
        }
        List<String> heads =
                Stream.of(
                                "channels.title",
                                "month.to_date",
                                "month.goal",
                                "month.projection",
                                "month.chance")
                        .map(telling::say)
                        .toList();
        return Optional.of(
                new Grid(
                        telling.say("outlooks.title"),
                        heads,
                        set.stream().map(this::outlook).toList(),
                        ""));
    }

    private Row outlook(Channel channel) {
        Outlook outlook = Objects.requireNonNull(channel.outlook());
        return new Row(
                false,
                List.of(
                        Cell.plain(name(channel)),
                        telling.cell(channel.toDate()),
                        telling.cell(channel.goal()),
                        telling.cell(outlook.projection()),
                        new MonthBlock(telling)
                                .chance(outlook)
                                .map(Cell::plain)
                                .orElseGet(() -> telling.none(outlook.probability()))));
    }
}
