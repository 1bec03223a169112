package app.rotina.report;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plan that a planning sheet came back with.
 *
 * @param plans by metric id and day, in minor units or whole counts; an emptied cell is absent and
 *     changes nothing
 */
public record SheetPlan(
        String store, YearMonth month, Map<String, SortedMap<LocalDate, BigDecimal>> plans) {

    /** What it would change in the current plan, in the order of metrics and days. */
    public List<SheetChange> against(SheetModel current) {
        if (!store.equals(current.store()) || !month.equals(current.month())) {
            throw new RotinaException(
                    Problem.SHEET_OF_ANOTHER,
                    store,
                    month.toString(),
                    current.store(),
                    current.month().toString());
        }
        Map<String, SortedMap<LocalDate, BigDecimal>> before = plans(current);
        List<SheetChange> changes = new ArrayList<>();
        plans.forEach((metric, days) ->
                changes.addAll(
                        changes(metric, before.getOrDefault(metric, new TreeMap<>()), days)));
        return List.copyOf(changes);
    }

    private List<SheetChange> changes(
            String metric,
            SortedMap<LocalDate, BigDecimal> before,
            SortedMap<LocalDate, BigDecimal> after) {
        return after.entrySet().stream()
                .map(day ->
                        new SheetChange(
                                day.getKey(), metric, before.get(day.getKey()), day.getValue()))
                .filter(SheetChange::isOne)
                .toList();
    }

    private static Map<String, SortedMap<LocalDate, BigDecimal>> plans(SheetModel model) {
        Map<String, SortedMap<LocalDate, BigDecimal>> plans = new TreeMap<>();
        Map<Spot, BigDecimal> numbers = new SheetLayout(model).numbers();
        for (SheetIdentity.PlanColumn plan : SheetIdentity.of(model).plans()) {
            SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
            for (int day = 0; day < model.rows().size(); day++) {
                BigDecimal value =
                        numbers.get(new Spot(plan.column(), SheetLayout.FIRST_DAY_ROW + day));
                if (value != null) {
                    days.put(model.rows().get(day).date(), value);
                }
            }
            plans.put(plan.metric(), days);
        }
        return plans;
    }
}
