package app.rotina.routine;

import app.rotina.goals.MonthGoal;
import app.rotina.goals.SteadyGoal;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All that somebody set as a goal of a store's month. */
record Targets(List<MonthGoal> goals, List<SteadyGoal> steady) {
    static final MetricValue NO_GOAL = MetricValue.missing("no_goal");

    /**
     * What the verdict is about: with several goals the store's goal basis, with one that one, with
     * none the basis. A goal that is the same on every day has no verdict.
     */
    String goalMetric(Store store) {
        String basis = store.basis().metric();
        List<String> set =
                goals.stream()
                        .filter(goal -> goal.channel() == null)
                        .map(MonthGoal::metric)
                        .toList();
        return set.isEmpty() || set.contains(basis) ? basis : set.getFirst();
    }

    /** The whole store's goal. */
    Optional<MonthGoal> whole(String metric) {
        return goals.stream()
                .filter(goal -> goal.channel() == null && goal.metric().equals(metric))
                .findFirst();
    }

    List<MonthGoal> channels() {
        return goals.stream().filter(goal -> goal.channel() != null).toList();
    }

    /** What somebody wants of the whole store on that day. */
    Optional<BigDecimal> on(LocalDate day, String metric) {
        return whole(metric)
                .flatMap(goal -> goal.on(day))
                .or(() ->
                        steady.stream()
                                .filter(goal -> goal.metric().equals(metric))
                                .map(SteadyGoal::value)
                                .findFirst());
    }
}
