package app.rotina.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PhasingTest {
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final Map<LocalDate, BigDecimal> WEIGHTS = weights();
    private static final Phasing BEFORE = new Phasing(WEIGHTS, null, 2);
    private static final Phasing ON_11TH = new Phasing(WEIGHTS, day(11), 2);

    @Test
    void phasesAMonthByItsWeights() {
        // 22 days of weight 2, 4 Saturdays of weight 1, Sundays closed
        MonthGoal goal = goal("48000");

        assertThat(goal.on(day(1))).hasValue(new BigDecimal("2000.00"));
        assertThat(goal.on(day(6))).hasValue(new BigDecimal("1000.00"));
        assertThat(goal.on(day(7))).hasValue(new BigDecimal("0.00"));
        assertThat(goal.through(day(7))).isEqualByComparingTo("11000");
    }

    @Test
    void hasNoTargetOutsideTheMonth() {
        assertThat(goal("48000").on(LocalDate.of(2026, 7, 1))).isEmpty();
    }

    @Test
    void spreadsAnEditOfTheMonthOverOpenDaysAlone() {
        MonthGoal goal = goal("48000");

        MonthGoal raised = ON_11TH.revalue(goal, new BigDecimal("60000"));

        assertThat(raised.value()).isEqualByComparingTo("60000");
        assertThat(raised.days().subList(0, 10)).isEqualTo(goal.days().subList(0, 10));
        assertThat(raised.on(day(11)).orElseThrow())
                .isEqualByComparingTo(raised.on(day(13)).orElseThrow().multiply(BigDecimal.TWO));
    }

    @Test
    void pinsADayAndKeepsTheMonth() {
        MonthGoal pinned = BEFORE.pin(goal("48000"), day(12), new BigDecimal("9000"));

        assertThat(pinned.value()).isEqualByComparingTo("48000");
        assertThat(pinned.on(day(12))).hasValue(new BigDecimal("9000.00"));

        MonthGoal raised = BEFORE.revalue(pinned, new BigDecimal("60000"));
        assertThat(raised.on(day(12))).hasValue(new BigDecimal("9000.00"));
        assertThat(BEFORE.unpin(raised, day(12)).days()).isEqualTo(goal("60000").days());
    }

    @Test
    void refusesToTouchAClosedDay() {
        assertThatThrownBy(() -> ON_11TH.pin(goal("48000"), day(10), BigDecimal.ONE))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.DAY_CLOSED))
                .hasMessageContaining("2026-06-10");
    }

    @Test
    void refusesAGoalBelowWhatFixedDaysHold() {
        assertThatThrownBy(() -> ON_11TH.revalue(goal("48000"), new BigDecimal("5000")))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.GOAL_AGAINST_FIXED_DAYS))
                .hasMessageContaining("5000.00");
    }

    @Test
    void refusesANewGoalWhenNoDayIsOpen() {
        Phasing over = new Phasing(WEIGHTS, LocalDate.of(2026, 7, 1), 2);

        assertThatThrownBy(() -> over.revalue(goal("48000"), new BigDecimal("50000")))
                .isInstanceOf(RotinaException.class);
        assertThat(over.rephase(goal("48000"))).isEqualTo(goal("48000"));
    }

    @Test
    void refusesANegativeGoalAndADayOfAnotherMonth() {
        assertThatThrownBy(() -> goal("-1")).isInstanceOf(RotinaException.class);
        assertThatThrownBy(
                        () -> BEFORE.pin(goal("48000"), LocalDate.of(2026, 7, 1), BigDecimal.ONE))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void dividesAStoresGoalAmongItsChannels() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put("site", new BigDecimal("2"));
        shares.put("chat", new BigDecimal("1"));
        MonthGoal whole = goal("10000");

        Map<String, MonthGoal> channels = BEFORE.divide(whole, shares);

        assertThat(channels.keySet()).containsExactly("site", "chat");
        assertThat(channels)
                .extractingByKey("chat")
                .extracting(MonthGoal::channel)
                .isEqualTo("chat");
        assertThat(MonthGoal.ofChannels(List.copyOf(channels.values()))).isEqualTo(whole);
    }

    @Test
    void refusesToAddGoalsOfDifferentMetrics() {
        MonthGoal orders = BEFORE.phase("shop", "orders", "chat", JUNE, BigDecimal.TEN);

        assertThatThrownBy(() -> MonthGoal.ofChannels(List.of(goal("10"), orders)))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void saysWhatTheRemainingDaysNeed() {
        // after the 27th: Sunday (closed), Monday and Tuesday of equal weight
        Pace pace = Pace.of(goal("48000"), known("44000"), day(27), WEIGHTS);

        assertThat(pace.tomorrow().known().orElseThrow()).isEqualByComparingTo("0");
        assertThat(pace.mean().known().orElseThrow()).isEqualByComparingTo("2000");
        assertThat(pace.days()).isEqualTo(2);
    }

    @Test
    void needsNothingMoreOnceTheGoalIsReached() {
        Pace pace = Pace.of(goal("48000"), known("50000"), day(27), WEIGHTS);

        assertThat(pace.mean().known().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void hasNoPaceWhereNothingRemainsOrNothingIsKnown() {
        MetricValue unknown = MetricValue.missing("no_source");

        assertThat(Pace.of(goal("48000"), known("1"), day(30), WEIGHTS).mean().known()).isEmpty();
        assertThat(Pace.of(goal("48000"), unknown, day(9), WEIGHTS).mean()).isEqualTo(unknown);
    }

    @Property(tries = 200)
    void sumsToTheMonthAfterAnyEdit(
            @ForAll @LongRange(min = 5_000_000, max = 900_000_000) long cents,
            @ForAll @LongRange(min = 90_000_000, max = 900_000_000) long newCents,
            @ForAll @LongRange(min = 0, max = 2_000) long pinnedCents,
            @ForAll @IntRange(min = 1, max = 2) int from) {
        Phasing phasing = new Phasing(WEIGHTS, day(from), 2);
        MonthGoal start =
                BEFORE.phase("shop", "net_revenue", null, JUNE, BigDecimal.valueOf(cents, 2));
        MonthGoal pinned = phasing.pin(start, day(20), BigDecimal.valueOf(pinnedCents, 2));
        MonthGoal edited = phasing.revalue(pinned, BigDecimal.valueOf(newCents, 2));

        assertThat(edited.through(day(30))).isEqualByComparingTo(BigDecimal.valueOf(newCents, 2));
        assertThat(edited.days()).allSatisfy(d -> assertThat(d.value()).isNotNegative());
    }

    private static MonthGoal goal(String value) {
        return BEFORE.phase("shop", "net_revenue", null, JUNE, new BigDecimal(value));
    }

    private static Map<LocalDate, BigDecimal> weights() {
        Map<LocalDate, BigDecimal> weights = new HashMap<>();
        for (int i = 1; i <= 30; i++) {
            DayOfWeek weekday = day(i).getDayOfWeek();
            int weight = weekday == DayOfWeek.SUNDAY ? 0 : weekday == DayOfWeek.SATURDAY ? 1 : 2;
            weights.put(day(i), BigDecimal.valueOf(weight));
        }
        return weights;
    }

    private static LocalDate day(int day) {
        return JUNE.atDay(day);
    }

    private static MetricValue known(String value) {
        return MetricValue.known(new BigDecimal(value));
    }
}
