package app.rotina.goals;

import app.rotina.goals.CalendarEvent.Kind;
import app.rotina.kernel.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * An event's line in a calendar definition.
 *
 * @param first its first day, counted from the anchor
 * @param last its last day, counted from the anchor
 * @param since the first year it exists
 * @param moved whether an anchor on a day off moves to the working day before
 */
record EventRule(CalendarEvent event, DayRule on, int first, int last, int since, boolean moved) {

    static EventRule of(JsonNode line) {
        CalendarEvent event =
                new CalendarEvent(
                        line.required("id").asString(),
                        Kind.valueOf(line.required("kind").asString().toUpperCase(Locale.ROOT)),
                        new BigDecimal(line.required("weight").asString()));
        return new EventRule(
                event,
                DayRule.parse(line.required("on").asString()),
                line.path("first").asInt(0),
                line.path("last").asInt(0),
                line.path("since").asInt(0),
                line.path("moved").asString("").equals("workday_before"));
    }

    List<EventDays> in(int year, Predicate<LocalDate> holiday, Predicate<LocalDate> dayOff) {
        if (year < since) {
            return List.of();
        }
        return on.in(year, holiday).stream()
                .map(anchor -> moved ? before(anchor, dayOff) : anchor)
                .map(anchor -> new Days(anchor.plusDays(first), anchor.plusDays(last)))
                .map(days -> new EventDays(event, days))
                .toList();
    }

    private static LocalDate before(LocalDate anchor, Predicate<LocalDate> dayOff) {
        LocalDate day = anchor;
        while (dayOff.test(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
