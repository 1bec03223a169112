package app.rotina.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Texts;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommercialCalendarTest {
    private static final CommercialCalendar BRAZIL = CommercialCalendar.of("BR");
    private static final CommercialCalendar CHINA = CommercialCalendar.of("CN");

    @ParameterizedTest
    @CsvSource({
        "carnival, 2024-02-10, 2024-02-14",
        "carnival, 2025-03-01, 2025-03-05",
        "carnival, 2026-02-14, 2026-02-18",
        "good_friday, 2025-04-18, 2025-04-18",
        "easter, 2024-03-31, 2024-03-31",
        "easter, 2026-04-05, 2026-04-05",
        "corpus_christi, 2025-06-19, 2025-06-19",
        "mothers_day, 2026-05-10, 2026-05-10",
        "fathers_day, 2025-08-10, 2025-08-10",
        "valentines_br, 2026-06-12, 2026-06-12",
        "consumer_day, 2026-03-15, 2026-03-15",
        "childrens_day_shopping, 2026-10-03, 2026-10-09",
        "singles_day, 2026-11-11, 2026-11-11",
        "black_friday, 2024-11-29, 2024-11-29",
        "black_friday, 2025-11-28, 2025-11-28",
        "black_weekend, 2025-11-29, 2025-11-30",
        "cyber_monday, 2025-12-01, 2025-12-01",
        "black_awareness_day, 2024-11-20, 2024-11-20",
        "thirteenth_salary_1, 2024-11-29, 2024-11-29", // 30 November 2024 is a Saturday
        "thirteenth_salary_2, 2025-12-19, 2025-12-19", // 20 December 2025 is a Saturday
        "christmas_shopping, 2025-12-05, 2025-12-18",
    })
    void computesTheBrazilianYear(String event, LocalDate from, LocalDate to) {
        assertThat(days(BRAZIL, event, from)).containsExactly(new Days(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "spring_festival, 2023-01-21, 2023-01-28",
        "spring_festival, 2024-02-09, 2024-02-16",
        "spring_festival, 2025-01-28, 2025-02-04",
        "spring_festival, 2026-02-16, 2026-02-23",
        "dragon_boat, 2025-05-31, 2025-05-31",
        "dragon_boat, 2026-06-19, 2026-06-19",
        "qixi, 2025-08-29, 2025-08-29", // in a year with a leap sixth month
        "mid_autumn, 2025-10-06, 2025-10-06",
        "mid_autumn, 2026-09-25, 2026-09-25",
        "qingming, 2023-04-05, 2023-04-05",
        "qingming, 2025-04-04, 2025-04-04",
        "queens_day, 2026-03-04, 2026-03-08",
        "opening_618, 2026-05-31, 2026-06-03",
        "peak_618, 2026-06-16, 2026-06-18",
        "presale_double_11, 2026-10-20, 2026-10-30",
        "final_payment_double_11, 2026-10-31, 2026-11-03",
        "peak_double_11, 2026-11-10, 2026-11-11",
        "double_12, 2026-12-10, 2026-12-12",
        "new_year_goods, 2026-01-20, 2026-02-07",
        "courier_stop, 2026-02-11, 2026-02-15",
    })
    void computesTheChineseYear(String event, LocalDate from, LocalDate to) {
        assertThat(days(CHINA, event, from)).containsExactly(new Days(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-07", // 1 January is a holiday, a Sunday
        "2025-08-06", // a Saturday counts
        "2025-09-05",
        "2025-11-06", // 2 November is a Sunday anyway
    })
    void paysWagesByTheFifthWorkingDay(LocalDate payday) {
        assertThat(days(BRAZIL, "payday", payday))
                .containsExactly(new Days(payday, payday.plusDays(1)));
    }

    @Test
    void hasNoHolidayBeforeItWasMade() {
        assertThat(BRAZIL.isHoliday(LocalDate.of(2023, 11, 20))).isFalse();
        assertThat(BRAZIL.isHoliday(LocalDate.of(2024, 11, 20))).isTrue();
    }

    @Test
    void countsCompensatingWorkdays() {
        assertThat(CHINA.isWorkday(LocalDate.of(2025, 1, 26))).isTrue(); // a Sunday, worked
        assertThat(CHINA.isWorkday(LocalDate.of(2025, 1, 29))).isFalse();
        assertThat(CHINA.isWorkday(LocalDate.of(2025, 3, 9))).isFalse();
        assertThat(CHINA.isWorkday(LocalDate.of(2025, 3, 10))).isTrue();
    }

    @Test
    void comparesAnEventWithItselfAYearBefore() {
        assertThat(BRAZIL.lastYear(LocalDate.of(2025, 11, 28))).isEqualTo("2024-11-29");
        assertThat(BRAZIL.lastYear(LocalDate.of(2026, 2, 17))).isEqualTo("2025-03-04");
        assertThat(CHINA.lastYear(LocalDate.of(2026, 2, 17))).isEqualTo("2025-01-29");
    }

    @Test
    void comparesAnOrdinaryDayWithItsWeekdayAYearBefore() {
        LocalDate tuesday = LocalDate.of(2026, 8, 25);

        assertThat(BRAZIL.lastYear(tuesday)).isEqualTo("2025-08-26");
        assertThat(BRAZIL.lastYear(tuesday).getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
    }

    @Test
    void findsEventsThatReachOverNewYear() {
        // the goods festival of 2028 (new year on 26 January) begins in 2027
        assertThat(ids(CHINA, LocalDate.of(2027, 12, 30))).contains("new_year_goods");
    }

    @Test
    void putsAStoresOwnDatesInPlaceOfTheComputedOnes() {
        Days own = new Days(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27));
        CalendarEvent blackFriday =
                BRAZIL.events().stream()
                        .filter(event -> event.id().equals("black_friday"))
                        .findFirst()
                        .orElseThrow();

        CommercialCalendar edited = BRAZIL.with(List.of(new EventDays(blackFriday, own)));

        assertThat(days(edited, "black_friday", LocalDate.of(2026, 11, 25))).containsExactly(own);
        assertThat(ids(edited, LocalDate.of(2025, 11, 28))).contains("black_friday");
    }

    @Test
    void isEmptyForACountryWithoutAFile() {
        CommercialCalendar other = CommercialCalendar.of("GB");

        assertThat(other.events()).isEmpty();
        assertThat(other.prior(DayOfWeek.SUNDAY)).isEqualTo(BigDecimal.ONE);
        assertThat(other.isHoliday(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(other.lastYear(LocalDate.of(2026, 12, 25))).isEqualTo("2025-12-26");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BR", "CN"})
    void namesEveryEventInEveryLanguage(String country) {
        List<CalendarEvent> events = CommercialCalendar.of(country).events();

        assertThat(events).isNotEmpty();
        assertThat(events).extracting(CalendarEvent::id).doesNotHaveDuplicates();
        for (Locale locale : Texts.LOCALES) {
            assertThat(events)
                    .allSatisfy(event -> {
                        String name = Texts.of(locale).say(event.textKey());
                        assertThat(name).isNotBlank().isNotEqualTo(event.textKey());
                    });
        }
    }

    @Test
    void holdsForEveryYearOfTheCentury() {
        for (int year = 2001; year < 2100; year++) {
            Days whole = new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            assertThat(BRAZIL.in(whole)).hasSizeGreaterThan(35);
            assertThat(CHINA.in(whole)).hasSizeGreaterThan(18);
        }
    }

    @Test
    void refusesARuleItDoesNotKnow() {
        assertThatThrownBy(() -> DayRule.parse("when the moon is blue"))
                .hasMessageContaining("when the moon is blue");
    }

    private static Stream<Days> days(CommercialCalendar calendar, String event, LocalDate on) {
        return calendar.on(on).stream()
                .filter(one -> one.event().id().equals(event))
                .map(EventDays::days);
    }

    private static List<String> ids(CommercialCalendar calendar, LocalDate on) {
        return calendar.on(on).stream().map(one -> one.event().id()).toList();
    }
}
