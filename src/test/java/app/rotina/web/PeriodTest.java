package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Days;
import app.rotina.kernel.RotinaException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final CommercialCalendar BRAZIL = CommercialCalendar.of("BR");
    private static final CommercialCalendar CHINA = CommercialCalendar.of("CN");

    @ParameterizedTest
    @CsvSource({
        "yesterday,    2026-11-18, 2026-11-18",
        "last_7,       2026-11-12, 2026-11-18",
        "last_28,      2026-10-22, 2026-11-18",
        "last_30,      2026-10-20, 2026-11-18",
        "week,         2026-11-16, 2026-11-18",
        "month,        2026-11-01, 2026-11-18",
        "quarter,      2026-10-01, 2026-11-18",
        "year,         2026-01-01, 2026-11-18",
        "last_month,   2026-10-01, 2026-10-31",
        "last_year,    2025-01-01, 2025-12-31"
    })
    void knowsItsNames(String span, LocalDate from, LocalDate to) {
        assertThat(named(span, "2026-11-19", "2026-11-18").days()).isEqualTo(new Days(from, to));
    }

    @Test
    void runsSoFarThroughTodayWhereTodaysOrdersComeIn() {
        Period month = named("month", "2026-11-19", "2026-11-19");
        assertThat(month.days()).isEqualTo(days("2026-11-01", "2026-11-19"));
        assertThat(month.isSoFar()).isTrue();
        assertThat(named("last_7", "2026-11-19", "2026-11-19").days().to()).isEqualTo("2026-11-18");
    }

    @Test
    void beginsAUnitOnItsFirstMorningWithThatDay() {
        assertThat(named("month", "2026-12-01", "2026-11-30").days())
                .isEqualTo(days("2026-12-01", "2026-12-01"));
        assertThat(named("week", "2026-11-23", "2026-11-22").days())
                .isEqualTo(days("2026-11-23", "2026-11-23"));
        assertThat(named("year", "2027-01-01", "2026-12-31").days())
                .isEqualTo(days("2027-01-01", "2027-01-01"));
    }

    @Test
    void countsBackFromWhereTheDataEnd() {
        Period month = named("month", "2026-11-19", "2011-08-12");
        assertThat(month.now().isBehind()).isTrue();
        assertThat(month.days()).isEqualTo(days("2011-08-01", "2011-08-12"));
        assertThat(named("yesterday", "2026-11-19", "2011-08-12").days())
                .isEqualTo(days("2011-08-12", "2011-08-12"));
        assertThat(named("last_month", "2026-11-19", "2011-08-12").days())
                .isEqualTo(days("2011-07-01", "2011-07-31"));
    }

    @Test
    void looksAtLatelyWhereNothingWasDeliveredYet() {
        Period fresh = named("last_7", "2026-11-19", null);
        assertThat(fresh.now().isBehind()).isFalse();
        assertThat(fresh.days()).isEqualTo(days("2026-11-12", "2026-11-18"));
    }

    @Test
    @DisplayName("54: the first Sunday of 2027 is of the week that began in 2026")
    void beginsTheWeekInTheOldYear() {
        assertThat(named("week", "2027-01-03", "2027-01-02").days())
                .isEqualTo(days("2026-12-28", "2027-01-02"));
    }

    @Test
    @DisplayName("57: a month from the 26th on is compared with as many days before")
    void takesAMonthThatBeginsOnAnyDay() {
        Period fiscal = typed("2026-02-26", "2026-03-25", "previous", BRAZIL);
        assertThat(fiscal.days().count()).isEqualTo(28);
        assertThat(fiscal.before()).isEqualTo(days("2026-01-29", "2026-02-25"));
    }

    @Test
    void endsLastMonthWhereItEndsInAnyYear() {
        assertThat(named("last_month", "2024-03-31", "2024-03-30").days())
                .isEqualTo(days("2024-02-01", "2024-02-29"));
        assertThat(named("last_month", "2025-03-01", "2025-02-28").days())
                .isEqualTo(days("2025-02-01", "2025-02-28"));
        assertThat(named("last_year", "2025-02-10", "2025-02-09").days().count()).isEqualTo(366);
    }

    @ParameterizedTest
    @CsvSource({
        // so far: as much of the unit before
        "month,      2026-11-19, 2026-10-01, 2026-10-18",
        "week,       2026-11-19, 2026-11-09, 2026-11-11",
        "quarter,    2026-11-19, 2026-07-01, 2026-08-18",
        "year,       2026-11-19, 2025-01-01, 2025-11-18",
        // March has more days than February
        "month,      2026-03-31, 2026-02-01, 2026-02-28",
        "month,      2024-03-31, 2024-02-01, 2024-02-29",
        // 366 days into a leap year
        "year,       2025-01-01, 2024-01-01, 2024-01-01",
        // whole months against whole months
        "last_month, 2026-03-10, 2026-01-01, 2026-01-31",
        "last_month, 2026-04-10, 2026-02-01, 2026-02-28",
        "last_year,  2025-06-10, 2023-01-01, 2023-12-31",
        "last_7,     2026-11-19, 2026-11-05, 2026-11-11",
        "last_30,    2026-11-19, 2026-09-20, 2026-10-19",
        "yesterday,  2026-11-19, 2026-11-17, 2026-11-17"
    })
    void knowsTheDaysBefore(String span, String today, LocalDate from, LocalDate to) {
        String through = LocalDate.parse(today).minusDays(1).toString();
        assertThat(named(span, today, through).before()).isEqualTo(new Days(from, to));
    }

    @Test
    @DisplayName("56: the year before a leap year ends at its end")
    void endsTheYearBeforeALeapYearAtItsEnd() {
        Period year = named("year", "2024-12-31", "2024-12-31");
        assertThat(year.days().count()).isEqualTo(366);
        assertThat(year.before()).isEqualTo(days("2023-01-01", "2023-12-31"));
    }

    @Test
    void comparesTypedWholeMonthsWithAsManyBefore() {
        assertThat(typed("2024-02-01", "2024-03-31", "previous", BRAZIL).before())
                .isEqualTo(days("2023-12-01", "2024-01-31"));
        assertThat(typed("2024-02-01", "2024-02-28", "previous", BRAZIL).before())
                .isEqualTo(days("2024-01-04", "2024-01-31"));
    }

    @Test
    void meetsWeekdays() {
        Period ten = typed("2026-11-02", "2026-11-11", "weekdays", BRAZIL);
        assertThat(ten.before()).isEqualTo(days("2026-10-19", "2026-10-28"));
        assertThat(typed("2026-11-18", "2026-11-18", "weekdays", BRAZIL).before())
                .isEqualTo(days("2026-11-11", "2026-11-11"));
        Period year = typed("2026-11-02", "2026-11-08", "year_weekdays", BRAZIL);
        assertThat(year.before()).isEqualTo(days("2025-11-03", "2025-11-09"));
    }

    @Test
    void keepsDatesOfShorterMonthsAndYears() {
        assertThat(typed("2026-03-29", "2026-03-31", "month", BRAZIL).before())
                .isEqualTo(days("2026-02-28", "2026-02-28"));
        assertThat(typed("2024-02-29", "2024-02-29", "year", BRAZIL).before())
                .isEqualTo(days("2023-02-28", "2023-02-28"));
    }

    @Test
    void findsTheSameEventOfTheYearBefore() {
        assertThat(typed("2026-11-23", "2026-11-30", "event", BRAZIL).before())
                .as("Black Friday: 27 November 2026, 28 November 2025")
                .isEqualTo(days("2025-11-24", "2025-12-01"));
        assertThat(typed("2026-02-16", "2026-02-22", "event", CHINA).before())
                .as("Spring Festival: 17 February 2026, 29 January 2025")
                .isEqualTo(days("2025-01-28", "2025-02-03"));
        assertThat(typed("2023-01-21", "2023-01-27", "event", CHINA).before())
                .as("Spring Festival: 22 January 2023, 1 February 2022")
                .isEqualTo(days("2022-01-31", "2022-02-06"));
        assertThat(typed("2026-02-14", "2026-02-18", "event", BRAZIL).before())
                .as("Carnival: 13 to 17 February 2026, 28 February to 4 March 2025")
                .isEqualTo(days("2025-03-01", "2025-03-05"));
        assertThat(typed("2026-09-25", "2026-09-25", "event", CHINA).before())
                .as("Mid-Autumn: 25 September 2026, 6 October 2025")
                .isEqualTo(days("2025-10-06", "2025-10-06"));
    }

    @Test
    void comparesWithNoEventWhereThereIsNone() {
        assertThat(typed("2026-07-01", "2026-07-03", "event", BRAZIL).before()).isNull();
        assertThat(typed("2024-11-20", "2024-11-20", "event", BRAZIL).before())
                .as("a holiday since 2024 only")
                .isNull();
        assertThat(typed("2026-07-01", "2026-07-03", "none", BRAZIL).before()).isNull();
    }

    @Test
    void drawsASpanByWhatFitsIt() {
        assertThat(named("last_28", "2026-11-19", "2026-11-18").grain()).isEqualTo(Grain.DAY);
        assertThat(named("quarter", "2026-12-19", "2026-12-18").grain()).isEqualTo(Grain.WEEK);
        assertThat(named("last_year", "2026-11-19", "2026-11-18").grain()).isEqualTo(Grain.MONTH);
        Period decade = asked("custom", "2016-01-01", "2025-12-31", "day", null);
        assertThat(decade.grain()).as("ten years day by day are too many").isEqualTo(Grain.MONTH);
        assertThat(asked("custom", "2025-01-01", "2025-12-31", "day", null).grain())
                .isEqualTo(Grain.DAY);
    }

    @Test
    void saysWhichPartsAreCutAndWhichGoOn() {
        Period weeks = asked("custom", "2026-11-04", "2026-11-18", "week", null);
        assertThat(weeks.buckets())
                .extracting(Period.Bucket::state)
                .containsExactly(
                        Period.Bucket.State.CUT,
                        Period.Bucket.State.WHOLE,
                        Period.Bucket.State.SO_FAR);
        assertThat(weeks.buckets().getFirst().days()).isEqualTo(days("2026-11-04", "2026-11-08"));
        assertThat(weeks.buckets().getFirst().first()).isEqualTo("2026-11-02");
        Period today = named("month", "2026-11-19", "2026-11-19");
        assertThat(today.buckets()).filteredOn(Period.Bucket::isSoFar).hasSize(1);
        assertThat(asked("custom", "2026-09-10", "2026-10-31", "month", null).buckets())
                .extracting(Period.Bucket::state)
                .containsExactly(Period.Bucket.State.CUT, Period.Bucket.State.WHOLE);
    }

    @Test
    void beginsTheFirstWeekOfAYearInTheYearBefore() {
        Period week = asked("custom", "2027-01-01", "2027-01-03", "week", null);
        assertThat(week.buckets())
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.first()).isEqualTo("2026-12-28");
                    assertThat(only.days()).isEqualTo(days("2027-01-01", "2027-01-03"));
                });
    }

    @Test
    void livesByTheStoresDayWhereMidnightDoesNotExist() {
        // in São Paulo the clocks went from 23:59:59 to 01:00 on 4 November 2018
        ZoneId zone = ZoneId.of("America/Sao_Paulo");
        LocalDate before = LocalDate.ofInstant(Instant.parse("2018-11-04T02:59:59Z"), zone);
        LocalDate after = LocalDate.ofInstant(Instant.parse("2018-11-04T03:00:00Z"), zone);
        assertThat(named("yesterday", before.toString(), "2018-11-02").days().to())
                .isEqualTo("2018-11-02");
        assertThat(named("yesterday", after.toString(), "2018-11-03").days().to())
                .isEqualTo("2018-11-03");
        assertThat(named("last_7", after.toString(), "2018-11-03").days().count()).isEqualTo(7);
    }

    @Test
    void comesBackFromItsOwnAddress() {
        Period typed = asked("custom", "2026-11-04", "2026-11-18", "week", "year");
        assertThat(typed.query())
                .isEqualTo("span=custom&from=2026-11-04&to=2026-11-18&grain=week&against=year");
        assertThat(named("month", "2026-11-19", "2026-11-18").query()).isEqualTo("span=month");
    }

    @Test
    void readsWhatIsTypedTheWrongWayRound() {
        assertThat(typed("2026-11-18", "2026-11-04", "none", BRAZIL).days())
                .isEqualTo(days("2026-11-04", "2026-11-18"));
    }

    @Test
    void refusesWordsItDoesNotKnowAndCenturies() {
        for (List<@Nullable String> words :
                List.of(
                        java.util.Arrays.asList("fortnights", null, null, null, null),
                        java.util.Arrays.asList("month", null, null, "hour", null),
                        java.util.Arrays.asList("month", null, null, null, "them"),
                        java.util.Arrays.asList(
                                "custom", "1066-10-14", "2026-01-01", null, null))) {
            assertThatThrownBy(() ->
                            asked(
                                    words.get(0),
                                    words.get(1),
                                    words.get(2),
                                    words.get(3),
                                    words.get(4)))
                    .isInstanceOf(RotinaException.class);
        }
    }

    @Test
    void knowsWhereTheDaysBeforeAreNotAllThere() {
        assertThat(typed("2025-01-01", "2025-12-31", "year", BRAZIL).begunWithinBefore())
                .hasValue(LocalDate.parse("2024-03-01"));
        assertThat(typed("2026-01-01", "2026-11-18", "year", BRAZIL).begunWithinBefore()).isEmpty();
        assertThat(typed("2024-03-29", "2024-04-25", "previous", BRAZIL).begunWithinBefore())
                .isEmpty();
    }

    @Test
    void beginsWeeksOnTheDayTheStoreChose() {
        Period.Now now =
                new Period.Now(
                        LocalDate.parse("2026-11-19"),
                        LocalDate.parse("2026-11-18"),
                        BRAZIL,
                        DayOfWeek.SUNDAY,
                        LocalDate.parse("2024-03-01"));
        Period week = Period.of(new Period.AskedSpan("week", null, null, null, null), now);
        assertThat(week.days()).isEqualTo(days("2026-11-15", "2026-11-18"));
        assertThat(week.before()).isEqualTo(days("2026-11-08", "2026-11-11"));
        Period weekly = Period.of(new Period.AskedSpan("last_28", null, null, "week", null), now);
        assertThat(weekly.buckets())
                .extracting(Period.Bucket::first)
                .allMatch(first -> first.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    private static Period named(String span, String today, @Nullable String through) {
        return Period.of(
                new Period.AskedSpan(span, null, null, null, null),
                new Period.Now(
                        LocalDate.parse(today),
                        through == null ? null : LocalDate.parse(through),
                        BRAZIL,
                        DayOfWeek.MONDAY,
                        LocalDate.parse("2024-03-01")));
    }

    private static Period typed(
            String from, String to, String against, CommercialCalendar calendar) {
        return Period.of(
                new Period.AskedSpan(
                        null, LocalDate.parse(from), LocalDate.parse(to), null, against),
                new Period.Now(
                        LocalDate.parse("2026-11-19"),
                        LocalDate.parse("2026-11-18"),
                        calendar,
                        DayOfWeek.MONDAY,
                        LocalDate.parse("2024-03-01")));
    }

    private static Period asked(
            @Nullable String span,
            @Nullable String from,
            @Nullable String to,
            @Nullable String grain,
            @Nullable String against) {
        return Period.of(
                new Period.AskedSpan(
                        span,
                        from == null ? null : LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to),
                        grain,
                        against),
                new Period.Now(
                        LocalDate.parse("2026-11-19"),
                        LocalDate.parse("2026-11-18"),
                        BRAZIL,
                        DayOfWeek.MONDAY,
                        LocalDate.parse("2024-03-01")));
    }

    private static Days days(String from, String to) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to));
    }
}
