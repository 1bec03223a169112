package app.rotina.web;

import app.rotina.goals.CalendarEvent.Kind;
import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.EventDays;
import app.rotina.kernel.Days;
import app.rotina.metrics.Metric;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import app.rotina.state.Notes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What happened along some days, where a chart marks it: events, the store's actions, notes. */
@Component
final class Marks {
    private static final int MOST = 60;

    private final Notes notes;
    private final Actions actions;

    Marks(Notes notes, Actions actions) {
        this.notes = notes;
        this.actions = actions;
    }

    /** Something that happened, and where it is told. */
    record Happening(String text, String path) {}

    /** At the points of a span. */
    List<Trend.Mark> of(Screen screen, Period period, Metric metric) {
        Plot plot = Plot.over(period.buckets().size(), List.of());
        return marks(
                screen,
                metric,
                period.days(),
                events(period.now().calendar(), period.days(), period.grain()),
                day -> plot.x(at(period, day)));
    }

    /** At the days of a month. */
    List<Trend.Mark> of(
            Screen screen, YearMonth month, CommercialCalendar calendar, Metric metric) {
        Days days = Days.of(month);
        Plot plot = Plot.over(month.lengthOfMonth(), List.of());
        return marks(
                screen,
                metric,
                days,
                events(calendar, days, Grain.DAY),
                day -> plot.x(day.getDayOfMonth() - 1));
    }

    private List<Trend.Mark> marks(
            Screen screen,
            Metric metric,
            Days days,
            List<EventDays> events,
            Function<LocalDate, BigDecimal> place) {
        Map<LocalDate, List<Happening>> happened = new TreeMap<>();
        for (EventDays each : events) {
            LocalDate first = each.days().from();
            add(
                    happened,
                    first.isBefore(days.from()) ? days.from() : first,
                    screen.say(each.event().textKey()),
                    MonthView.beside(metric, each.days()));
        }
        for (Action action : actions.of(screen.store().id())) {
            if (days.contains(action.from())) {
                add(happened, action.from(), action.name(), "/actions?id=" + action.id());
            }
        }
        notes.between(screen.store().id(), days.from(), days.to())
                .forEach(note ->
                        add(happened, note.day(), note.text(), "/day/" + note.day() + "#notes"));
        return happened.entrySet().stream()
                .limit(MOST)
                .map(each ->
                        new Trend.Mark(
                                place.apply(each.getKey()),
                                screen.words().shortDay(each.getKey()),
                                screen.words()
                                        .list(
                                                each.getValue().stream()
                                                        .map(Happening::text)
                                                        .toList()),
                                each.getValue()))
                .toList();
    }

    private static void add(
            Map<LocalDate, List<Happening>> happened, LocalDate day, String text, String path) {
        happened.computeIfAbsent(day, any -> new ArrayList<>()).add(new Happening(text, path));
    }

    /** The events that can be told from ordinary days at this grain; wages alone never. */
    private static List<EventDays> events(CommercialCalendar calendar, Days days, Grain grain) {
        BigDecimal least =
                switch (grain) {
                    case DAY -> BigDecimal.ZERO;
                    case WEEK -> new BigDecimal("0.20");
                    case MONTH -> new BigDecimal("0.35");
                };
        return calendar.in(days).stream()
                .filter(each -> each.event().kind() != Kind.PAYDAY)
                .filter(each ->
                        each.event().prior().subtract(BigDecimal.ONE).abs().compareTo(least) >= 0)
                .toList();
    }

    private static int at(Period period, LocalDate day) {
        List<Period.Bucket> buckets = period.buckets();
        for (int at = 0; at < buckets.size(); at++) {
            if (buckets.get(at).days().contains(day)) {
                return at;
            }
        }
        return 0;
    }
}
