package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.Closing;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.Settling;
import app.rotina.routine.SpanWhy;
import app.rotina.web.WhyView.Headline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the whole story of some days together for its page. */
@Component
final class WhyReading {
    private final Catalog catalog;
    private final Closing closing;
    private final Settling settling;
    private final Annotations annotations;

    WhyReading(Catalog catalog, Closing closing, Settling settling, Annotations annotations) {
        this.catalog = catalog;
        this.closing = closing;
        this.settling = settling;
        this.annotations = annotations;
    }

    /** What is asked, and when. */
    record Asking(
            WhyAddress address,
            LocalDate yesterday,
            Optional<LocalDate> dataThrough,
            boolean sharing) {

        /** The last day that has data. */
        LocalDate last() {
            return dataThrough.filter(day -> day.isBefore(yesterday)).orElse(yesterday);
        }
    }

    WhyView view(Screen screen, Asking asking, SpanWhy told) {
        Days days = asking.address().days();
        Words words = screen.words();
        Metric metric = catalog.of(told.metric());
        @Nullable DailyClose close =
                days.count() == 1 ? closing.look(screen.store(), days.from()) : null;
        @Nullable Why why =
                Story.of(told, close == null ? Map.of() : details(close, asking, screen))
                        .map(story -> Why.of(story, catalog, screen.figures()))
                        .orElse(null);
        WhyWays ways = new WhyWays(screen, asking);
        return new WhyView(
                days.from(),
                days.to(),
                title(days, words),
                asking.address().against().id(),
                ways,
                headline(told, metric, screen),
                marks(screen, told),
                Frame.of(metric, asking.dataThrough(), screen),
                standsOut(why, words),
                leftOut(told, words),
                why,
                why == null ? unknown(told, words) : null,
                ways.compared(told),
                why == null ? null : ways.chosen(why),
                annotations.of(screen, days),
                close == null ? List.of() : DayView.notes(close, screen.store().zone(), words));
    }

    static String title(Days days, Words words) {
        return days.count() == 1
                ? words.day(days.from())
                : words.say("web.rows.days", words.date(days.from()), words.day(days.to()));
    }

    private Headline headline(SpanWhy told, Metric metric, Screen screen) {
        Figures figures = screen.figures();
        String rows =
                "metric=" + metric.id() + "&from=" + told.days().from() + "&to=" + told.days().to();
        if (told.actual() == null || told.expected() == null) {
            return new Headline(Shown.EVEN, screen.say("why.cannot_tell"), "", rows);
        }
        BigDecimal gap = told.actual().subtract(told.expected());
        String direction = gap.signum() < 0 ? "below" : gap.signum() > 0 ? "above" : "even";
        return new Headline(
                Shown.tone(gap.signum(), metric.upIsGood()),
                screen.say(
                        "why.says." + told.why().against(),
                        direction,
                        figures.text(gap.abs(), metric.unit())),
                screen.say(
                        "why.detail",
                        figures.text(told.actual(), metric.unit()),
                        screen.say("why.base." + told.why().against()),
                        figures.text(told.expected(), metric.unit())),
                rows);
    }

    private List<String> marks(Screen screen, SpanWhy told) {
        boolean unsettled = settling.isUnsettled(screen.store(), told.metric(), told.days().to());
        return unsettled && told.actual() != null
                ? List.of(screen.say("web.provisional"))
                : List.of();
    }

    private static @Nullable String standsOut(@Nullable Why why, Words words) {
        return why == null
                ? null
                : why.found().stream()
                        .limit(1)
                        .flatMap(found -> found.parts().stream().limit(1))
                        .filter(part -> !part.rows().isEmpty())
                        .map(part -> words.say("why.stands_out", part.label(), part.amount()))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String leftOut(SpanWhy told, Words words) {
        return told.leftOut().isEmpty() || told.actual() == null
                ? null
                : words.say("why.left_out", told.leftOut().size());
    }

    private static String unknown(SpanWhy told, Words words) {
        String reason = told.why().gap().missing().orElse("no_history");
        return words.say("why.unknown", words.say("missing." + reason));
    }

    /** What each driver was, and what it is held to, as the day's close tells them. */
    private Map<String, String> details(DailyClose close, Asking asking, Screen screen) {
        Map<String, String> details = new HashMap<>();
        for (MetricLine line : close.metrics()) {
            MetricValue base =
                    switch (asking.address().against()) {
                        case TARGET ->
                                line.target().known().isPresent()
                                        ? line.target()
                                        : line.sameWeekday();
                        case PREVIOUS -> line.previousDay();
                        case WEEKDAY -> line.sameWeekday();
                        case LAST_YEAR -> line.lastYear();
                    };
            detail(line, base, screen).ifPresent(text -> details.put(line.id(), text));
        }
        return details;
    }

    private Optional<String> detail(MetricLine line, MetricValue base, Screen screen) {
        Metric.Unit unit = catalog.of(line.id()).unit();
        return line.value()
                .known()
                .flatMap(now ->
                        base.known()
                                .map(then ->
                                        screen.say(
                                                "why.instead",
                                                screen.figures().text(now, unit),
                                                screen.figures().text(then, unit))));
    }
}
