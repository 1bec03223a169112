package app.rotina.metrics;

import app.rotina.kernel.Days;
import java.util.List;
import java.util.Map;

/**
 * What someone wants to know: metrics over days, by time and dimensions, for some values.
 *
 * @param by at most one of day, week, fortnight, month, quarter, year, and any dimensions
 * @param where dimension → value
 */
public record Question(
        List<String> metrics, List<String> by, Days days, Map<String, String> where) {

    public static Question of(List<String> metrics, Days days) {
        return new Question(metrics, List.of(), days, Map.of());
    }

    public static Question daily(List<String> metrics, Days days) {
        return new Question(metrics, List.of("day"), days, Map.of());
    }
}
