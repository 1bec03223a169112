package app.rotina.web;

import app.rotina.metrics.Metric.Unit;
import app.rotina.report.FigureTable;
import app.rotina.report.FigureTable.Column;
import app.rotina.report.FigureTable.Given;
import app.rotina.report.FigureTable.Line;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** The stores of one currency as a table that leaves the page; they are never added together. */
final class StoresTable {
    private StoresTable() {}

    static FigureTable of(StoresView.Group group, Screen screen) {
        return new FigureTable(
                screen.say("web.stores.title"),
                List.of(group.currency()),
                screen.say("stores.store"),
                List.of(screen.say("stores.last_day"), screen.say("stores.through")),
                Stream.of("web.gap", "stores.month", "web.goals.value", "stores.ahead")
                        .map(key -> new Column(screen.say(key), Unit.MONEY, new Given()))
                        .toList(),
                group.lines().stream().map(StoresTable::line).toList(),
                null,
                Currency.getInstance(group.currency()),
                screen.words().locale());
    }

    private static Line line(StoresView.Line store) {
        String day = store.day().isEmpty() ? "" : store.day() + " · ";
        return new Line(
                store.name(), List.of(day + store.label(), store.through()), store.figures());
    }
}
