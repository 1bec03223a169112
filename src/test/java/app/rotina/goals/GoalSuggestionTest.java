package app.rotina.goals;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.GoalSuggestion.LastYear;
import app.rotina.goals.GoalSuggestion.RunRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A British shop, whose calendar has no events; then a Brazilian one. */
class GoalSuggestionTest {
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final DayWeights PLAIN = DayWeights.prior(CommercialCalendar.of("GB"));

    @Test
    void growsLastYearsMonthAsTheLastMonthsGrew() {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        put(daily, "2024-12-01", "2025-12-31", "100");
        put(daily, "2026-01-01", "2026-03-31", "123.45");
        GoalSuggestion suggestion = of(APRIL, daily).orElseThrow();
        // 90 of the last 91 days have 123.45; one, 31 December, has 100 still
        LastYear reckoning = (LastYear) suggestion.reckoning();
        assertThat(reckoning.brought()).isEqualByComparingTo("3000");
        assertThat(reckoning.calendar()).isEqualByComparingTo("1");
        assertThat(reckoning.growth().doubleValue())
                .isCloseTo((90 * 123.45 + 100) / 9100, Offset.offset(1e-12));
        assertThat(suggestion.value()).isEqualByComparingTo("3700");
    }

    @Test
    void carriesOnTheLastFourWeeksWhereNoYearIsKnown() {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        put(daily, "2026-01-10", "2026-03-03", "999");
        put(daily, "2026-03-04", "2026-03-31", "100");
        GoalSuggestion suggestion = of(APRIL, daily).orElseThrow();
        assertThat(suggestion.reckoning()).isEqualTo(new RunRate(new BigDecimal("2800"), 28));
        assertThat(suggestion.value()).isEqualByComparingTo("3000");
    }

    @Test
    void countsTheDaysOfTheMonthItselfForAShopThatJustBegan() {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        put(daily, "2026-04-01", "2026-04-07", "50");
        assertThat(of(APRIL, daily).orElseThrow().value()).isEqualByComparingTo("1500");
        daily.remove(LocalDate.parse("2026-04-07"));
        assertThat(of(APRIL, daily)).isEmpty();
    }

    @Test
    void takesAMissingDayForNoYear() {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        put(daily, "2024-12-01", "2026-03-31", "100");
        daily.remove(LocalDate.parse("2025-04-10"));
        assertThat(of(APRIL, daily).orElseThrow().reckoning()).isInstanceOf(RunRate.class);
    }

    @Test
    void suggestsNothingToAShopThatSoldNothing() {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        put(daily, "2026-03-01", "2026-03-31", "0");
        assertThat(of(APRIL, daily)).isEmpty();
        assertThat(of(APRIL, new TreeMap<>())).isEmpty();
    }

    @Test
    void knowsThatCarnivalMovedToFebruary() {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        put(daily, "2024-12-01", "2026-01-31", "100");
        DayWeights brazil = DayWeights.prior(CommercialCalendar.of("BR"));
        LastYear reckoning =
                (LastYear)
                        GoalSuggestion.of(YearMonth.of(2026, 2), daily, brazil)
                                .orElseThrow()
                                .reckoning();
        assertThat(reckoning.calendar()).isLessThan(BigDecimal.ONE);
    }

    private static Optional<GoalSuggestion> of(
            YearMonth month, SortedMap<LocalDate, BigDecimal> daily) {
        return GoalSuggestion.of(month, daily, PLAIN);
    }

    private static void put(
            SortedMap<LocalDate, BigDecimal> daily, String from, String to, String value) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(day -> daily.put(day, new BigDecimal(value)));
    }
}
