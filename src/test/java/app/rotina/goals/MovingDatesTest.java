package app.rotina.goals;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every date that moves from year to year, found again another way. */
class MovingDatesTest {
    private static final CommercialCalendar BRAZIL = CommercialCalendar.of("BR");
    private static final CommercialCalendar CHINA = CommercialCalendar.of("CN");

    /** Instants are good to some minutes only: so near to midnight either day will do. */
    private static final double NEAR_MIDNIGHT = 20.0 / 24 / 60;

    static IntStream century() {
        return IntStream.rangeClosed(2000, 2099);
    }

    @ParameterizedTest
    @MethodSource("century")
    void agreesWithGaussAboutEaster(int year) {
        LocalDate easter = gaussianEaster(year);
        assertThat(start(BRAZIL, "easter", year)).isEqualTo(easter);
        assertThat(start(BRAZIL, "carnival", year)).isEqualTo(easter.minusDays(50));
        assertThat(start(BRAZIL, "good_friday", year)).isEqualTo(easter.minusDays(2));
        assertThat(start(BRAZIL, "corpus_christi", year)).isEqualTo(easter.plusDays(60));
    }

    @ParameterizedTest
    @CsvSource({
        "mothers_day, 5, SUNDAY, 2",
        "fathers_day, 8, SUNDAY, 2",
        "black_friday_eve, 11, THURSDAY, 4"
    })
    void countsWeekdaysOfAMonth(String event, int month, DayOfWeek weekday, int nth) {
        century()
                .forEach(year -> {
                    List<LocalDate> days =
                            daysOf(YearMonth.of(year, month))
                                    .filter(day -> day.getDayOfWeek() == weekday)
                                    .toList();
                    assertThat(start(BRAZIL, event, year)).isEqualTo(days.get(nth - 1));
                });
    }

    @Test
    void countsWorkingDaysToPayday() {
        for (YearMonth month = YearMonth.of(2000, 1);
                month.getYear() < 2100;
                month = month.plusMonths(1)) {
            List<LocalDate> working =
                    daysOf(month)
                            .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                            .filter(day -> !isBrazilianHoliday(day))
                            .toList();
            YearMonth one = month;
            assertThat(starts(BRAZIL, "payday", one.getYear()))
                    .filteredOn(day -> YearMonth.from(day).equals(one))
                    .containsExactly(working.get(4));
        }
    }

    /** Read off the calendar day by day, where the rule asks it for a date. */
    @ParameterizedTest
    @CsvSource({
        "spring_festival, 1, 1, 1",
        "dragon_boat, 0, 5, 5",
        "qixi, 0, 7, 7",
        "mid_autumn, 0, 8, 15"
    })
    void agreesWithTheLunarCalendar(String event, int before, int month, int day) {
        century()
                .forEach(year ->
                        assertThat(start(CHINA, event, year).plusDays(before))
                                .isEqualTo(lunarDay(year, month, day)));
    }

    /** The first of a lunar month is the day in China on which the moon is new. */
    @ParameterizedTest
    @CsvSource({"spring_festival, 1, 1", "dragon_boat, 0, 5", "qixi, 0, 7", "mid_autumn, 0, 15"})
    void agreesWithTheMoon(String event, int before, int day) {
        century()
                .forEach(year -> {
                    LocalDate first = start(CHINA, event, year).plusDays(before - day + 1L);
                    double midnight = julian(first);
                    assertThat(newMoonAfter(midnight - 2))
                            .as("%s of %d", event, year)
                            .isBetween(midnight - NEAR_MIDNIGHT, midnight + 1 + NEAR_MIDNIGHT);
                });
    }

    /** The sun stands 15° past the spring equinox. */
    @ParameterizedTest
    @MethodSource("century")
    void agreesWithTheSunAboutQingming(int year) {
        double midnight = julian(start(CHINA, "qingming", year));
        assertThat(sun(midnight - NEAR_MIDNIGHT)).isLessThan(15);
        assertThat(sun(midnight + 1 + NEAR_MIDNIGHT)).isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25",
                "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17"
            })
    void knowsTheNewYearsThatWereAnnounced(LocalDate newYear) {
        assertThat(start(CHINA, "spring_festival", newYear.getYear()))
                .isEqualTo(newYear.minusDays(1));
    }

    /** A compensating workday is a weekend day near a holiday that is paid for by it. */
    @Test
    void worksOnlyOnWeekendsNearAHoliday() {
        List<LocalDate> weekendWork =
                LocalDate.of(2023, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(day -> day.getDayOfWeek().getValue() > 5)
                        .filter(CHINA::isWorkday)
                        .toList();
        assertThat(weekendWork)
                .hasSize(26)
                .allSatisfy(day ->
                        assertThat(day.minusDays(12).datesUntil(day.plusDays(13)))
                                .anyMatch(CHINA::isHoliday));
        assertThat(weekendWork.stream().map(LocalDate::getYear).distinct())
                .containsExactly(2023, 2024, 2025, 2026);
    }

    /** Gauss's rule of 1816, for the Gregorian calendar. */
    private static LocalDate gaussianEaster(int year) {
        int k = year / 100;
        int m = Math.floorMod(15 - (13 + 8 * k) / 25 + k - k / 4, 30);
        int n = (4 + k - k / 4) % 7;
        int d = (19 * (year % 19) + m) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        int march = 22 + d + e;
        if (e == 6 && (d == 29 || (d == 28 && year % 19 > 10))) {
            march -= 7;
        }
        return LocalDate.of(year, 3, 1).plusDays(march - 1L);
    }

    private static boolean isBrazilianHoliday(LocalDate day) {
        List<MonthDay> fixed =
                Stream.of("01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "12-25")
                        .map(text -> MonthDay.parse("--" + text))
                        .toList();
        return fixed.contains(MonthDay.from(day))
                || day.equals(gaussianEaster(day.getYear()).minusDays(2))
                || (day.getYear() >= 2024 && MonthDay.from(day).equals(MonthDay.of(11, 20)));
    }

    private static LocalDate lunarDay(int year, int month, int day) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> {
                    calendar.setTimeInMillis(date.toEpochDay() * 86_400_000L);
                    return calendar.get(ChineseCalendar.MONTH) == month - 1
                            && calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 0
                            && calendar.get(ChineseCalendar.DAY_OF_MONTH) == day;
                })
                .findFirst()
                .orElseThrow();
    }

    /** The Julian day at which the date begins in China, eight hours before Greenwich. */
    private static double julian(LocalDate date) {
        return date.toEpochDay() + 2_440_587.5 - 8.0 / 24;
    }

    /** The first new moon from an instant on (Meeus, Astronomical Algorithms, chapter 49). */
    private static double newMoonAfter(double instant) {
        double k = Math.floor((instant - 2_451_550.09766) / 29.530588861) - 1;
        while (newMoon(k) < instant) {
            k++;
        }
        return newMoon(k);
    }

    private static double newMoon(double k) {
        double t = k / 1236.85;
        double e = 1 - .002516 * t;
        double m = Math.toRadians(2.5534 + 29.10535670 * k);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + .0107582 * t * t);
        double f = Math.toRadians(160.7108 + 390.67050284 * k - .0016118 * t * t);
        return 2_451_550.09766
                + 29.530588861 * k
                + .00015437 * t * t
                - .40720 * Math.sin(moon)
                + .17241 * e * Math.sin(m)
                + .01608 * Math.sin(2 * moon)
                + .01039 * Math.sin(2 * f)
                + .00739 * e * Math.sin(moon - m)
                - .00514 * e * Math.sin(moon + m)
                + .00208 * e * e * Math.sin(2 * m)
                - .00111 * Math.sin(moon - 2 * f)
                - .00057 * Math.sin(moon + 2 * f)
                + .00056 * e * Math.sin(2 * moon + m);
    }

    /** The sun's apparent longitude in degrees (Meeus, chapter 25, to a hundredth of a degree). */
    private static double sun(double instant) {
        double t = (instant - 2_451_545) / 36_525;
        double m = Math.toRadians(357.52911 + 35_999.05029 * t);
        double longitude =
                280.46646
                        + 36_000.76983 * t
                        + (1.914602 - .004817 * t) * Math.sin(m)
                        + .019993 * Math.sin(2 * m)
                        + .000289 * Math.sin(3 * m)
                        - .00569
                        - .00478 * Math.sin(Math.toRadians(125.04 - 1934.136 * t));
        return longitude - 360 * Math.floor(longitude / 360);
    }

    private static Stream<LocalDate> daysOf(YearMonth month) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1));
    }

    private static LocalDate start(CommercialCalendar calendar, String event, int year) {
        return starts(calendar, event, year).getFirst();
    }

    /** The first days of an event's runs that begin in the year. */
    private static List<LocalDate> starts(CommercialCalendar calendar, String event, int year) {
        Days whole = new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        return calendar.in(whole).stream()
                .filter(one -> one.event().id().equals(event))
                .map(one -> one.days().from())
                .filter(day -> day.getYear() == year)
                .toList();
    }
}
