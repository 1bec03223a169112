package app.rotina.report;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody typed into a month's planning sheet.
 *
 * @param months goals of the month as they are to be, which the open days take up
 * @param keepsMonth true: the other goals stay, and the other open days take up a change; false:
 *     they become the sum of their days
 */
public record PlanEdits(List<PlanEdit> days, Map<PlanKey, BigDecimal> months, boolean keepsMonth) {

    Set<PlanKey> keys() {
        Set<PlanKey> keys = new LinkedHashSet<>(months.keySet());
        days.forEach(edit -> keys.add(edit.key()));
        return keys;
    }

    List<PlanEdit> of(PlanKey key) {
        return days.stream().filter(edit -> edit.key().equals(key)).toList();
    }
}
