package app.rotina.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrazilCalendarTest {
    @Test
    void findsCarnivalFortySevenDaysBeforeEaster() {
        assertThat(
                        List.of(
                                BrazilCalendar.easter(2019),
                                BrazilCalendar.easter(2024),
                                BrazilCalendar.easter(2025),
                                BrazilCalendar.easter(2026),
                                BrazilCalendar.easter(2038)))
                .containsExactly(
                        day("2019-04-21"),
                        day("2024-03-31"),
                        day("2025-04-20"),
                        day("2026-04-05"),
                        day("2038-04-25"));
        assertThat(
                        List.of(
                                BrazilCalendar.carnival(2024),
                                BrazilCalendar.carnival(2025),
                                BrazilCalendar.carnival(2026),
                                BrazilCalendar.carnival(2027)))
                .containsExactly(
                        day("2024-02-13"), day("2025-03-04"), day("2026-02-17"), day("2027-02-09"));
    }

    @Test
    void putsBlackFridayAfterTheFourthThursdayEvenWhereThatIsTheFifthFriday() {
        assertThat(
                        List.of(
                                BrazilCalendar.blackFriday(2019),
                                BrazilCalendar.blackFriday(2023),
                                BrazilCalendar.blackFriday(2024),
                                BrazilCalendar.blackFriday(2025),
                                BrazilCalendar.blackFriday(2026)))
                .containsExactly(
                        day("2019-11-29"),
                        day("2023-11-24"),
                        day("2024-11-29"),
                        day("2025-11-28"),
                        day("2026-11-27"));
    }

    @Test
    void putsMothersDayOnTheSecondSundayOfMay() {
        assertThat(
                        List.of(
                                BrazilCalendar.mothersDay(2022),
                                BrazilCalendar.mothersDay(2024),
                                BrazilCalendar.mothersDay(2025),
                                BrazilCalendar.mothersDay(2026)))
                .containsExactly(
                        day("2022-05-08"), day("2024-05-12"), day("2025-05-11"), day("2026-05-10"));
    }

    @Test
    void countsSaturdaysButNeitherSundaysNorHolidaysToPayday() {
        assertThat(BrazilCalendar.payday(2025, 11)).isEqualTo("2025-11-06");
        assertThat(BrazilCalendar.payday(2026, 1)).isEqualTo("2026-01-07");
        assertThat(BrazilCalendar.payday(2025, 5)).isEqualTo("2025-05-07");
        assertThat(BrazilCalendar.payday(2026, 4)).isEqualTo("2026-04-07");
    }

    @Test
    void knowsTheDaysThatMakeTheShopStrong() {
        assertThat(Season.of(day("2025-11-28"))).isGreaterThan(3.5);
        assertThat(Season.of(day("2025-12-25"))).isLessThan(.6);
        assertThat(Season.of(day("2026-02-17"))).isLessThan(.7);
        assertThat(Season.of(day("2026-05-05"))).isGreaterThan(1.4);
        assertThat(Season.of(day("2026-08-18"))).isBetween(.9, 1.1);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
