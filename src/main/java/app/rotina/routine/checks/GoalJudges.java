package app.rotina.routine.checks;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.routine.MonthOutlook;
import app.rotina.routine.MonthOutlooks;
import app.rotina.routine.Outlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The fortnight's judgements about a month's goals: what is more likely missed than made, as the
 * projection has it at the end of the fortnight.
 */
final class GoalJudges {
    private static final BigDecimal EVENS = new BigDecimal("0.5");

    private GoalJudges() {}

    /** Of the whole store. */
    @Component
    static final class Projection implements Judge {
        private final MonthOutlooks outlooks;

        Projection(MonthOutlooks outlooks) {
            this.outlooks = outlooks;
        }

        @Override
        public String id() {
            return "projection";
        }

        @Override
        public Ruling on(Store store, Turn turn) {
            MonthOutlook month = month(outlooks, store, turn);
            Optional<String> unknown =
                    Stream.of(month.goal(), month.outlook().probability())
                            .flatMap(value -> value.missing().stream())
                            .findFirst();
            return unknown.map(Ruling::untold)
                    .orElseGet(() ->
                            Ruling.found(
                                    shortfall(Map.of(), month.goal(), month.outlook(), turn)
                                            .stream()
                                            .toList()));
        }
    }

    /** Of each channel with a goal of its own. */
    @Component
    static final class ChannelGoal implements Judge {
        private final MonthOutlooks outlooks;

        ChannelGoal(MonthOutlooks outlooks) {
            this.outlooks = outlooks;
        }

        @Override
        public String id() {
            return "channel_goal";
        }

        @Override
        public Ruling on(Store store, Turn turn) {
            MonthOutlook month = month(outlooks, store, turn);
            if (month.channels().isEmpty()) {
                return Ruling.untold("no_goal");
            }
            List<Finding> found =
                    month.channels().stream()
                            .flatMap(one ->
                                    shortfall(
                                            Map.of("channel", one.channel()),
                                            one.goal(),
                                            one.outlook(),
                                            turn)
                                            .stream())
                            .toList();
            return Ruling.found(found);
        }
    }

    private static MonthOutlook month(MonthOutlooks outlooks, Store store, Turn turn) {
        return outlooks.of(
                store, new MonthOutlooks.Asked(YearMonth.from(turn.last()), null, turn.last()));
    }

    /** What it is projected to fall short of, spread over the days that remain. */
    private static Optional<Finding> shortfall(
            Map<String, String> where, MetricValue goal, Outlook outlook, Turn turn) {
        Optional<BigDecimal> likely = outlook.probability().known();
        Optional<BigDecimal> projected = outlook.projection().known();
        if (likely.isEmpty() || projected.isEmpty() || goal.known().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal gap = goal.known().get().subtract(projected.get());
        if (likely.get().compareTo(EVENS) >= 0 || gap.signum() <= 0) {
            return Optional.empty();
        }
        LocalDate end = YearMonth.from(turn.last()).atEndOfMonth();
        BigDecimal days =
                BigDecimal.valueOf(Math.max(1, end.toEpochDay() - turn.last().toEpochDay()));
        return Optional.of(
                new Finding(
                        where,
                        projected.get(),
                        goal.known().get(),
                        gap.divide(days, projected.get().scale(), RoundingMode.HALF_UP)));
    }
}
