package app.rotina.goals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Where a store's goals are kept: the seam to the state database. */
public interface GoalBook {

    /** Every goal of the month, those of channels included. */
    List<MonthGoal> of(String store, YearMonth month);

    /** Keeps a goal with its days, replacing the one of the same metric, channel and month. */
    void keep(MonthGoal goal, String who);

    /** The whole store's goals of the month. */
    default List<MonthGoal> whole(String store, YearMonth month) {
        return of(store, month).stream().filter(goal -> goal.channel() == null).toList();
    }

    /** The whole store's goals of the month that a day lies in. */
    default List<MonthGoal> whole(String store, LocalDate day) {
        return whole(store, YearMonth.from(day));
    }
}
