package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.DaySoFar;
import java.time.LocalDate;
import java.util.List;

/**
 * What today has brought up to now, beside what the same weekdays had by then.
 *
 * @param title up to what hour
 */
record SoFarCards(String title, List<MetricCard> cards) {
    /** Nothing of today came yet. */
    static final SoFarCards NONE = new SoFarCards("", List.of());

    static SoFarCards of(DaySoFar.Told told, LocalDate today, Catalog catalog, Screen screen) {
        return new SoFarCards(
                screen.say("web.so_far.title", told.until().toString()),
                List.of(
                        card(catalog.of(DaySoFar.REVENUE), told.revenue(), today, screen),
                        card(catalog.of(DaySoFar.ORDERS), told.orders(), today, screen)));
    }

    private static MetricCard card(
            Metric metric, DaySoFar.Beside told, LocalDate today, Screen screen) {
        Figures figures = screen.figures();
        boolean compared = told.now().known().isPresent() && told.usual().known().isPresent();
        return new MetricCard(
                metric.label(screen.words().texts()),
                "",
                screen.address("/rows?metric=%1$s&from=%2$s&to=%2$s".formatted(metric.id(), today)),
                figures.value(told.now(), metric.unit()),
                null,
                "",
                compared ? figures.change(told.now(), told.usual(), metric) : null,
                compared
                        ? screen.say(
                                "web.so_far.usual",
                                figures.value(told.usual(), metric.unit()).text())
                        : "",
                "",
                "",
                List.of());
    }
}
