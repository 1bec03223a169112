package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.Outlook;
import app.rotina.routine.WhatIf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the month would come to if its drivers were as supposed.
 *
 * @param detail the range and the gap to the goal, in words
 * @param effects what each driver brings; they sum to the difference
 */
record MonthAnswer(String sentence, List<String> detail, List<Effect> effects, Shown difference) {

    /** One driver: from what to what, and what that brings. */
    record Effect(String label, String change, Shown amount) {}

    static MonthAnswer of(MonthAccount account, WhatIf what, Catalog catalog, Figures figures) {
        return new Teller(account, what, catalog, figures).tell();
    }

    private record Teller(MonthAccount account, WhatIf what, Catalog catalog, Figures figures) {

        MonthAnswer tell() {
            return new MonthAnswer(
                    sentence(),
                    detail(),
                    what.levels().stream().map(this::effect).toList(),
                    figures.difference(what.difference(), metric()));
        }

        private Metric metric() {
            return catalog.of(account.outlook().metric());
        }

        private String sentence() {
            String end = text(what.outlook().projection());
            Optional<BigDecimal> then = what.outlook().probability().known();
            Optional<BigDecimal> now = account.outlook().outlook().probability().known();
            return then.isPresent() && now.isPresent()
                    ? words().say(
                                    "month.what_if.chance",
                                    end,
                                    MonthCard.likely(then.get(), words()),
                                    MonthCard.likely(now.get(), words()))
                    : words().say("month.what_if.end", end);
        }

        private List<String> detail() {
            Outlook outlook = what.outlook();
            Optional<String> range =
                    outlook.low()
                            .known()
                            .map(any ->
                                    words().say(
                                                    "web.month.range",
                                                    text(outlook.low()),
                                                    text(outlook.high())));
            Optional<String> gap =
                    outlook.projection()
                            .known()
                            .flatMap(end -> account.outlook().goal().known().map(end::subtract))
                            .map(one ->
                                    words().say(
                                                    "web.month.against_goal",
                                                    figures.signed(one, metric().unit())));
            return List.of(gap, range).stream().flatMap(Optional::stream).toList();
        }

        private Effect effect(WhatIf.Level level) {
            Metric driver = catalog.of(level.metric());
            return new Effect(
                    driver.label(words().texts()),
                    words().say(
                                    "month.what_if.change",
                                    figures.text(level.expected(), driver.unit()),
                                    figures.text(level.supposed(), driver.unit())),
                    figures.difference(amount(level.metric()), metric()));
        }

        private MetricValue amount(String driver) {
            @Nullable BigDecimal amount =
                    what.effects().stream()
                            .filter(part -> part.metric().equals(driver))
                            .map(DriverPart::amount)
                            .findFirst()
                            .orElse(null);
            return amount == null ? what.difference() : MetricValue.known(amount);
        }

        private String text(MetricValue value) {
            return figures.value(value, metric().unit()).text();
        }

        private Words words() {
            return figures.words();
        }
    }
}
