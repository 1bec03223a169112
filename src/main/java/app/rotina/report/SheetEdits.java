package app.rotina.report;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a returned sheet's changes of one goal into the goal they make. */
final class SheetEdits {
    private SheetEdits() {}

    /**
     * A month of what has no goal yet.
     *
     * @param label what it is called
     */
    record MonthOf(String store, PlanKey key, YearMonth month, String label) {}

    /** The goal with these days set by hand; the others keep their target. */
    static MonthGoal of(MonthGoal before, List<SheetChange> edits, LocalDate openFrom) {
        for (SheetChange edit : edits) {
            if (edit.date().isBefore(openFrom)) {
                throw new RotinaException(Problem.DAY_CLOSED, edit.date().toString());
            }
        }
        Map<LocalDate, DayTarget> set = byHand(edits);
        List<DayTarget> days =
                before.days().stream().map(day -> set.getOrDefault(day.date(), day)).toList();
        return new MonthGoal(
                before.store(),
                before.metric(),
                before.channel(),
                before.month(),
                MonthGoal.sum(days),
                days);
    }

    /** A new goal, for which every day of the month has to be planned; missing is not zero. */
    static MonthGoal planned(MonthOf of, List<SheetChange> edits) {
        Map<LocalDate, DayTarget> set = byHand(edits);
        List<DayTarget> days = new ArrayList<>();
        for (LocalDate day : Days.of(of.month).stream().toList()) {
            @Nullable DayTarget target = set.get(day);
            if (target == null) {
                throw new RotinaException(Problem.SHEET_PART_PLAN, of.label, day.toString());
            }
            days.add(target);
        }
        return new MonthGoal(
                of.store, of.key.metric(), of.key.channel(), of.month, MonthGoal.sum(days), days);
    }

    private static Map<LocalDate, DayTarget> byHand(List<SheetChange> edits) {
        Map<LocalDate, DayTarget> targets = new HashMap<>();
        edits.forEach(
                edit -> targets.put(edit.date(), new DayTarget(edit.date(), edit.after(), true)));
        return targets;
    }
}
