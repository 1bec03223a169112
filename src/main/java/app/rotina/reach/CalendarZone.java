package app.rotina.reach;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A time zone as calendars read it: the rules that hold from now on, as this JDK knows them, in
 * whole minutes, which is all that every calendar program takes.
 */
final class CalendarZone {
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final int WEEK = 7;
    private static final int YEAR = 2025;

    private CalendarZone() {}

    static VTimeZone of(ZoneId zone) {
        VTimeZone written = new VTimeZone();
        written.add(new TzId(zone.getId()));
        ZoneRules rules = zone.getRules();
        if (rules.getTransitionRules().isEmpty()) {
            ZoneOffset offset = rules.getOffset(LocalDateTime.of(YEAR, 12, 31, 12, 0));
            written.add(observance(new Standard(), offset, offset, BEGINNING));
        }
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            boolean summer = rule.getOffsetAfter().compareTo(rule.getStandardOffset()) != 0;
            ZoneOffsetTransition first = rule.createTransition(BEGINNING.getYear());
            Observance one =
                    observance(
                            summer ? new Daylight() : new Standard(),
                            rule.getOffsetBefore(),
                            rule.getOffsetAfter(),
                            first.getDateTimeBefore());
            one.add(new RRule<Temporal>(yearly(rule)));
            written.add(one);
        }
        return written;
    }

    private static Observance observance(
            Observance one, ZoneOffset from, ZoneOffset to, LocalDateTime start) {
        one.add(new TzOffsetFrom(from));
        one.add(new TzOffsetTo(to));
        one.add(new DtStart<>(start));
        return one;
    }

    /** The last Sunday of a month, its second one, or the first Sunday from the 8th on. */
    private static String yearly(ZoneOffsetTransitionRule rule) {
        String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        int day = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null) {
            return month + ";BYMONTHDAY=" + day;
        }
        String weekday = rule.getDayOfWeek().name().substring(0, 2);
        if (day < 0) {
            return month + ";BYDAY=-1" + weekday;
        }
        if (day % WEEK == 1) {
            return month + ";BYDAY=" + (day / WEEK + 1) + weekday;
        }
        String days =
                IntStream.range(day, day + WEEK)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(","));
        return month + ";BYMONTHDAY=" + days + ";BYDAY=" + weekday;
    }
}
