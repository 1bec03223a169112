package app.rotina.report;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.DayWeights;
import app.rotina.goals.MonthGoal;
import app.rotina.insight.projection.Projection;
import app.rotina.insight.projection.WeekdayProjection;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What the figures of a sheet's month are taken from.
 *
 * @param actuals the known days, also those before the month
 * @param through the last day whose figures are complete
 * @param ahead what the open days will bring; empty: the history is too short
 */
record SheetMonth(
        Map<PlanKey, MonthGoal> plans,
        Map<PlanKey, Map<LocalDate, BigDecimal>> actuals,
        LocalDate through,
        CommercialCalendar calendar,
        Function<PlanKey, DayWeights> weights,
        Function<PlanKey, Optional<Projection>> ahead) {
    private static final int DECIMALS = 8; // the days add up to the month as it is told elsewhere
    private static final MetricValue NOT_YET = MetricValue.missing("not_yet");

    Map<String, SheetFigure> on(LocalDate day, List<SheetColumn> columns) {
        Map<String, SheetFigure> figures = new LinkedHashMap<>();
        columns.stream()
                .filter(SheetColumn::isEntered)
                .forEach(column ->
                        figures.put(column.metric(), figure(PlanKey.of(column.metric()), day)));
        return figures;
    }

    private SheetFigure figure(PlanKey key, LocalDate day) {
        MetricValue plan =
                Optional.ofNullable(plans.get(key))
                        .flatMap(goal -> goal.on(day))
                        .map(MetricValue::known)
                        .orElse(MetricValue.missing("no_goal"));
        boolean open = day.isAfter(through);
        return new SheetFigure(
                plan, open ? NOT_YET : actual(key, day), open ? expected(key, day) : NOT_YET);
    }

    private MetricValue actual(PlanKey key, LocalDate day) {
        return Optional.ofNullable(actuals.getOrDefault(key, Map.of()).get(day))
                .map(MetricValue::known)
                .orElse(MetricValue.missing("not_delivered"));
    }

    private MetricValue expected(PlanKey key, LocalDate day) {
        return ahead.apply(key)
                .map(all -> all.on(day))
                .filter(OptionalDouble::isPresent)
                .map(value -> BigDecimal.valueOf(value.getAsDouble()))
                .map(value -> value.setScale(DECIMALS, RoundingMode.HALF_UP))
                .map(MetricValue::known)
                .orElseGet(() -> byWeekday(key, day));
    }

    private MetricValue byWeekday(PlanKey key, LocalDate day) {
        Map<LocalDate, BigDecimal> history = new HashMap<>(actuals.getOrDefault(key, Map.of()));
        history.keySet().removeIf(one -> one.isAfter(through));
        return new WeekdayProjection(
                        history,
                        one -> calendar.main(one).isEmpty(),
                        one ->
                                calendar.main(one).isEmpty()
                                        ? BigDecimal.ONE
                                        : weights.apply(key).effect(one))
                .day(day, through);
    }
}
