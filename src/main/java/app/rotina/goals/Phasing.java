package app.rotina.goals;

import app.rotina.kernel.Apportion;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Phases a month's goal to its days in proportion to weights, in minor units that always sum to the
 * month. Closed days are frozen and pinned days kept; what an edit changes is spread over the
 * others, so no past verdict can flip.
 *
 * @param weights of each day of the month, not negative; a day without one weighs nothing
 * @param openFrom the first day that is not closed yet; null: no day is closed
 * @param decimals of the unit: 2 for BRL, 0 for JPY or for orders
 */
public record Phasing(
        Map<LocalDate, BigDecimal> weights, @Nullable LocalDate openFrom, int decimals) {

    public Phasing {
        weights = Map.copyOf(weights);
    }

    /**
     * The first phasing of a goal. A goal set in mid-month is phased over all its days, as there is
     * no target yet that a verdict could rest on.
     */
    public MonthGoal phase(
            String store,
            String metric,
            @Nullable String channel,
            YearMonth month,
            BigDecimal value) {
        BigDecimal whole = requireGoal(value);
        List<LocalDate> dates = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        Iterator<BigDecimal> parts = spread(whole, dates).iterator();
        List<DayTarget> days =
                dates.stream().map(date -> new DayTarget(date, parts.next(), false)).toList();
        return new MonthGoal(store, metric, channel, month, whole, days);
    }

    /** The goal with another value for the month. */
    public MonthGoal revalue(MonthGoal goal, BigDecimal value) {
        return balanced(goal, goal.days(), requireGoal(value));
    }

    /** The goal with one day set by hand; the month keeps its value. */
    public MonthGoal pin(MonthGoal goal, LocalDate date, BigDecimal value) {
        BigDecimal target = requireGoal(value);
        return edit(goal, date, day -> new DayTarget(date, target, true));
    }

    /** The goal with one day given back to the phasing. */
    public MonthGoal unpin(MonthGoal goal, LocalDate date) {
        return edit(goal, date, day -> new DayTarget(date, day.value(), false));
    }

    /**
     * The goal with days set by hand, or given back to the phasing where no value is set.
     *
     * @param keepsMonth true: the month keeps its value, and the other open days take up the
     *     change; false: the other days keep theirs, and the month becomes the sum
     */
    public MonthGoal set(
            MonthGoal goal, Map<LocalDate, Optional<BigDecimal>> edits, boolean keepsMonth) {
        edits.keySet().forEach(date -> requireOpen(goal, date));
        List<DayTarget> plain =
                phase(goal.store(), goal.metric(), goal.channel(), goal.month(), goal.value())
                        .days();
        List<DayTarget> days = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            DayTarget day = goal.days().get(i);
            Optional<BigDecimal> edit = edits.getOrDefault(day.date(), Optional.empty());
            days.add(edits.containsKey(day.date()) ? edited(plain.get(i), edit) : day);
        }
        return keepsMonth ? balanced(goal, days, goal.value()) : goal.with(days);
    }

    private DayTarget edited(DayTarget phased, Optional<BigDecimal> edit) {
        return edit.map(value -> new DayTarget(phased.date(), requireGoal(value), true))
                .orElse(phased);
    }

    /** The goal with its open days phased anew, by these weights. */
    public MonthGoal rephase(MonthGoal goal) {
        return balanced(goal, goal.days(), goal.value());
    }

    /**
     * A goal of the whole store divided among channels by their shares (not negative): each day's
     * channel targets sum to the store's of that day, and each channel's days to its month.
     */
    public Map<String, MonthGoal> divide(MonthGoal whole, Map<String, BigDecimal> shares) {
        Map<String, List<DayTarget>> days = new LinkedHashMap<>();
        shares.keySet().forEach(channel -> days.put(channel, new ArrayList<>()));
        for (DayTarget day : whole.days()) {
            List<BigDecimal> weights = List.copyOf(new ArrayList<>(shares.values()));
            Iterator<BigDecimal> parts =
                    Apportion.spread(day.value(), weights, decimals).iterator();
            days.values()
                    .forEach(own -> own.add(new DayTarget(day.date(), parts.next(), day.pinned())));
        }
        Map<String, MonthGoal> goals = new LinkedHashMap<>();
        days.forEach((channel, own) -> goals.put(channel, ofChannel(whole, channel, own)));
        return goals;
    }

    private static MonthGoal ofChannel(MonthGoal whole, String channel, List<DayTarget> days) {
        return new MonthGoal(
                whole.store(), whole.metric(), channel, whole.month(), MonthGoal.sum(days), days);
    }

    private MonthGoal edit(MonthGoal goal, LocalDate date, UnaryOperator<DayTarget> change) {
        requireOpen(goal, date);
        List<DayTarget> days =
                goal.days().stream()
                        .map(day -> day.date().equals(date) ? change.apply(day) : day)
                        .toList();
        return balanced(goal, days, goal.value());
    }

    private void requireOpen(MonthGoal goal, LocalDate date) {
        if (goal.on(date).isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, date);
        }
        if (isClosed(date)) {
            throw new RotinaException(Problem.DAY_CLOSED, date.toString());
        }
    }

    /** Leaves frozen and pinned days alone and gives the others what is left of the month. */
    private MonthGoal balanced(MonthGoal goal, List<DayTarget> days, BigDecimal value) {
        List<DayTarget> kept = days.stream().filter(this::isKept).toList();
        List<LocalDate> free =
                days.stream().filter(day -> !isKept(day)).map(DayTarget::date).toList();
        BigDecimal rest = value.subtract(MonthGoal.sum(kept));
        if (rest.signum() < 0 || (free.isEmpty() && rest.signum() != 0)) {
            throw new RotinaException(
                    Problem.GOAL_AGAINST_FIXED_DAYS,
                    value.toPlainString(),
                    MonthGoal.sum(kept).toPlainString());
        }
        Iterator<BigDecimal> parts = spread(rest, free).iterator();
        return goal.with(
                days.stream()
                        .map(day ->
                                isKept(day) ? day : new DayTarget(day.date(), parts.next(), false))
                        .toList());
    }

    private boolean isKept(DayTarget day) {
        return day.pinned() || isClosed(day.date());
    }

    private boolean isClosed(LocalDate date) {
        return openFrom != null && date.isBefore(openFrom);
    }

    private List<BigDecimal> spread(BigDecimal whole, List<LocalDate> dates) {
        return dates.isEmpty()
                ? List.of()
                : Apportion.spread(whole, dates.stream().map(this::weight).toList(), decimals);
    }

    private BigDecimal weight(LocalDate date) {
        return weights.getOrDefault(date, BigDecimal.ZERO);
    }

    private BigDecimal requireGoal(BigDecimal value) {
        if (value.signum() < 0) {
            throw new RotinaException(Problem.BAD_ARGUMENT, value.toPlainString());
        }
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
