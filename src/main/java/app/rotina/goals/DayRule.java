package app.rotina.goals;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When an event is anchored: the dates of a year, computed. */
sealed interface DayRule {
    Pattern FIXED = Pattern.compile("\\d{2}-\\d{2}");
    Pattern NTH_WEEKDAY = Pattern.compile("(\\d)(?:st|nd|rd|th) (\\w+) of (\\w+)");
    Pattern NTH_WORKDAY = Pattern.compile("(\\d+)(?:st|nd|rd|th) workday with saturdays");
    Pattern LUNAR = Pattern.compile("lunar (\\d+)-(\\d+)");

    /** The anchors in a year, given the days that are holidays. */
    List<LocalDate> in(int year, Predicate<LocalDate> holiday);

    static DayRule parse(String text) {
        if (text.equals("easter")) {
            return new Easter();
        }
        if (text.equals("qingming")) {
            return new Qingming();
        }
        if (FIXED.matcher(text).matches()) {
            return new Fixed(MonthDay.parse("--" + text));
        }
        Matcher lunar = LUNAR.matcher(text);
        if (lunar.matches()) {
            return new Lunar(number(lunar, 1), number(lunar, 2));
        }
        Matcher workday = NTH_WORKDAY.matcher(text);
        if (workday.matches()) {
            return new NthWorkday(number(workday, 1));
        }
        return nthWeekday(text);
    }

    private static DayRule nthWeekday(String text) {
        Matcher nth = NTH_WEEKDAY.matcher(text);
        if (!nth.matches()) {
            throw new IllegalArgumentException("no such rule: " + text);
        }
        return new NthWeekday(
                number(nth, 1),
                DayOfWeek.valueOf(nth.group(2).toUpperCase(Locale.ROOT)),
                Month.valueOf(nth.group(3).toUpperCase(Locale.ROOT)));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The same date every year. */
    record Fixed(MonthDay day) implements DayRule {
        @Override
        public List<LocalDate> in(int year, Predicate<LocalDate> holiday) {
            return List.of(day.atYear(year));
        }
    }

    /**
     * Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms).
     */
    record Easter() implements DayRule {
        @Override
        public List<LocalDate> in(int year, Predicate<LocalDate> holiday) {
            int golden = year % 19;
            int century = year / 100;
            int epact =
                    (19 * golden
                                    + century
                                    - century / 4
                                    - (century - (century + 8) / 25 + 1) / 3
                                    + 15)
                            % 30;
            int weekday =
                    (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
            int shift = (golden + 11 * epact + 22 * weekday) / 451;
            int day = epact + weekday - 7 * shift + 114;
            return List.of(LocalDate.of(year, day / 31, day % 31 + 1));
        }
    }

    /** Such as the second Sunday of May. */
    record NthWeekday(int nth, DayOfWeek weekday, Month month) implements DayRule {
        @Override
        public List<LocalDate> in(int year, Predicate<LocalDate> holiday) {
            LocalDate first = LocalDate.of(year, month, 1);
            return List.of(first.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
        }
    }

    /** The n-th day of every month that is neither a Sunday nor a holiday. */
    record NthWorkday(int nth) implements DayRule {
        @Override
        public List<LocalDate> in(int year, Predicate<LocalDate> holiday) {
            return Stream.of(Month.values())
                    .map(month -> YearMonth.of(year, month).atDay(1))
                    .map(first -> nth(first, holiday))
                    .toList();
        }

        private LocalDate nth(LocalDate first, Predicate<LocalDate> holiday) {
            return first.datesUntil(first.plusMonths(1))
                    .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day))
                    .skip(nth - 1L)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A day of the Chinese lunar year that begins in the Gregorian year; never a leap month's. */
    record Lunar(int month, int day) implements DayRule {
        @Override
        public List<LocalDate> in(int year, Predicate<LocalDate> holiday) {
            ChineseCalendar calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            calendar.clear();
            calendar.set(ChineseCalendar.EXTENDED_YEAR, year);
            calendar.set(ChineseCalendar.MONTH, month - 1);
            calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
            calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
            long days =
                    Math.floorDiv(
                            calendar.getTimeInMillis(), ChronoUnit.DAYS.getDuration().toMillis());
            return List.of(LocalDate.ofEpochDay(days));
        }
    }

    /** Tomb-sweeping day, the solar term of 4 or 5 April: the customary formula for 2000–2099. */
    record Qingming() implements DayRule {
        @Override
        public List<LocalDate> in(int year, Predicate<LocalDate> holiday) {
            int ofCentury = year % 100;
            int day = (ofCentury * 2422 + 48100) / 10000 - ofCentury / 4;
            return List.of(LocalDate.of(year, Month.APRIL, day));
        }
    }
}
