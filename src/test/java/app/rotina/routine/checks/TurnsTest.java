package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.CommercialCalendar;
import app.rotina.state.StoreSettings.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnsTest {
    private static final LocalDate BEGUN = LocalDate.parse("2026-01-12");
    private static final Turns BRAZIL =
            new Turns(CommercialCalendar.of("BR"), DayOfWeek.MONDAY, BEGUN);
    private static final Turns CHINA =
            new Turns(CommercialCalendar.of("CN"), DayOfWeek.SUNDAY, BEGUN);

    @ParameterizedTest
    @CsvSource({
        "daily, 2026-03-04, 2026-03-04, 2026-03-04",
        "weekly, 2026-03-04, 2026-03-02, 2026-03-08",
        "fortnightly, 2026-02-15, 2026-02-01, 2026-02-15",
        "fortnightly, 2026-02-16, 2026-02-16, 2026-02-28",
        "fortnightly, 2028-02-29, 2028-02-16, 2028-02-29",
        "monthly, 2026-02-28, 2026-02-01, 2026-02-28",
        "quarterly, 2026-05-31, 2026-04-01, 2026-06-30",
        "ninety_days, 2026-01-12, 2026-01-12, 2026-04-11",
        "ninety_days, 2026-04-12, 2026-04-12, 2026-07-10",
        "ninety_days, 2026-01-11, 2025-10-14, 2026-01-11",
        "yearly, 2026-12-31, 2026-01-01, 2026-12-31"
    })
    void namesAPeriodByItsFirstDay(String cadence, LocalDate day, LocalDate first, LocalDate last) {
        Turn turn = BRAZIL.of(Cadence.of(cadence), day);
        assertThat(turn.first()).isEqualTo(first);
        assertThat(turn.last()).isEqualTo(last);
    }

    @Test
    void beginsAWeekOnTheDayThatAStoreChose() {
        assertThat(CHINA.of(Cadence.WEEKLY, LocalDate.parse("2026-03-04")).first())
                .isEqualTo("2026-03-01");
    }

    @Test
    void laysPeriodsEndToEnd() {
        for (Cadence cadence : Cadence.values()) {
            Turn turn = BRAZIL.of(cadence, LocalDate.parse("2026-07-15"));
            for (int back = 0; back < 30; back++) {
                Turn before = BRAZIL.before(turn);
                assertThat(before.last()).isEqualTo(turn.first().minusDays(1));
                turn = before;
            }
        }
    }

    @Test
    void isDueOnTheFirstWorkingDay() {
        assertThat(workday(BRAZIL, Cadence.MONTHLY, "2026-08-15")).isEqualTo("2026-08-03");
        assertThat(workday(BRAZIL, Cadence.YEARLY, "2026-08-15")).isEqualTo("2026-01-02");
        assertThat(workday(BRAZIL, Cadence.DAILY, "2026-09-07")).isNull();
        assertThat(workday(BRAZIL, Cadence.DAILY, "2026-09-06")).isNull();
    }

    @Test
    void countsACompensatingWorkday() {
        LocalDate saturday = LocalDate.parse("2026-02-14");
        assertThat(CommercialCalendar.of("CN").isWorkday(saturday)).isTrue();
        assertThat(workday(CHINA, Cadence.DAILY, "2026-02-14")).isEqualTo(saturday);
    }

    private static @Nullable LocalDate workday(Turns turns, Cadence cadence, String day) {
        return turns.workday(turns.of(cadence, LocalDate.parse(day))).orElse(null);
    }

    @Test
    void goesByTheDaysThatAStoreWorks() {
        LocalDate saturday = LocalDate.parse("2026-03-07");
        LocalDate holiday = LocalDate.parse("2026-04-21"); // a Tuesday: Tiradentes
        WorkingDays own =
                new WorkingDays(
                        Set.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY),
                        new TreeSet<>(Set.of(LocalDate.parse("2026-03-03"))),
                        new TreeSet<>(Set.of(LocalDate.parse("2026-03-11"), holiday)));
        Turns turns =
                new Turns(new Workdays(CommercialCalendar.of("BR"), own), DayOfWeek.MONDAY, BEGUN);

        assertThat(turns.workday(turns.of(Cadence.WEEKLY, saturday))).contains(saturday);
        assertThat(turns.workday(turns.of(Cadence.WEEKLY, LocalDate.parse("2026-03-13"))))
                .contains(LocalDate.parse("2026-03-10"));
        assertThat(turns.workday(turns.of(Cadence.DAILY, LocalDate.parse("2026-03-11"))))
                .isPresent();
        assertThat(turns.workday(turns.of(Cadence.DAILY, LocalDate.parse("2026-03-12")))).isEmpty();
        assertThat(turns.workday(turns.of(Cadence.DAILY, holiday))).contains(holiday);
    }
}
