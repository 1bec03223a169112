package app.rotina.report;

import app.rotina.goals.MonthGoal;
import java.time.YearMonth;
import java.util.List;

/**
 * What a planning sheet would make of a month's plan, for a person to confirm.
 *
 * @param changes the figures somebody changed
 * @param moved those that take up the change, or give what an emptied day gets back
 * @param before the goals it was reckoned from; one that is new is not among them
 * @param after the same goals as they would be
 */
public record PlanProposal(
        YearMonth month,
        List<SheetChange> changes,
        List<SheetChange> moved,
        List<MonthGoal> before,
        List<MonthGoal> after) {

    public boolean isEmpty() {
        return changes.isEmpty() && moved.isEmpty();
    }
}
