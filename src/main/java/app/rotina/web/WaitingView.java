package app.rotina.web;

import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.TodayWork;
import app.rotina.warehouse.OpenWork.Waiting;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders that waited to be shipped.
 *
 * @param missing why nobody knows; empty: it is known
 * @param choices all of them, and each cause
 * @param first that only some of them are named; empty: all are
 */
record WaitingView(
        LocalDate day,
        String missing,
        String says,
        List<WhyView.Choice> choices,
        List<Line> lines,
        String first) {

    /** Which are wanted. */
    record Asked(LocalDate day, String cause) {}

    /** One order. */
    record Line(
            String order, String since, String age, String cause, String lacking, String money) {}

    static WaitingView of(Screen screen, Asked asked, TodayWork.Block block, List<Waiting> orders) {
        Words words = screen.words();
        BigDecimal all = block.unshippedOrders().known().orElse(BigDecimal.ZERO);
        return new WaitingView(
                asked.day(),
                block.unshippedOrders()
                        .missing()
                        .map(reason -> words.say("missing." + reason))
                        .orElse(""),
                words.say("web.waiting.says", words.day(asked.day()), all),
                choices(screen, asked, block, all),
                orders.stream().map(one -> line(screen, asked, one)).toList(),
                orders.size() < TodayWork.NAMED
                        ? ""
                        : words.say("web.waiting.first", TodayWork.NAMED));
    }

    private static List<WhyView.Choice> choices(
            Screen screen, Asked asked, TodayWork.Block block, BigDecimal all) {
        Words words = screen.words();
        String page = screen.address("/waiting/" + asked.day());
        List<WhyView.Choice> choices = new ArrayList<>();
        choices.add(
                new WhyView.Choice(
                        words.say("web.waiting.all") + " " + words.count(all),
                        page,
                        asked.cause().isEmpty()));
        block.unshippedByCause()
                .forEach((cause, count) ->
                        choices.add(
                                new WhyView.Choice(
                                        words.texts().value("delay_cause", cause)
                                                + " "
                                                + words.count(count),
                                        page
                                                + "?cause="
                                                + URLEncoder.encode(cause, StandardCharsets.UTF_8),
                                        asked.cause().equals(cause))));
        return choices;
    }

    private static Line line(Screen screen, Asked asked, Waiting one) {
        Words words = screen.words();
        return new Line(
                one.order(),
                words.shortDay(one.since()),
                words.say("web.waiting.days", ChronoUnit.DAYS.between(one.since(), asked.day())),
                words.texts().value("delay_cause", one.cause()),
                one.lacking(),
                screen.figures().text(one.revenue(), Unit.MONEY));
    }
}
