package app.rotina.routine;

import app.rotina.insight.effect.Trial;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.TouchedDays.Beside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The days of a trial, or its weeks where the action is long, counted from its first day. A day
 * without a figure is left out; without a control group so is a day that an event makes unlike
 * others.
 *
 * @param days the days of each period of the trial
 */
record TrialPeriods(List<Days> days, List<double[]> columns, int before) {
    private static final int WEEK = 7;
    private static final int LONG = 28;
    private static final int WEEKS_BEFORE = 30;

    static TrialPeriods of(Beside beside) {
        List<LocalDate> usable = usable(beside);
        LocalDate from = beside.action().from();
        long before = usable.stream().filter(day -> day.isBefore(from)).count();
        long after = usable.size() - before;
        boolean weeks = after >= LONG && before >= (long) WEEKS_BEFORE * WEEK;
        TrialPeriods periods = new TrialPeriods(new ArrayList<>(), new ArrayList<>(), 0);
        int counted = 0;
        for (Days period : periods(usable, from, weeks ? WEEK : 1)) {
            List<LocalDate> held = usable.stream().filter(period::contains).toList();
            if (!held.isEmpty() && period.count() == (weeks ? WEEK : 1)) {
                periods.days.add(period);
                periods.columns.add(column(beside, held));
                counted += period.from().isBefore(from) ? 1 : 0;
            }
        }
        return new TrialPeriods(periods.days, periods.columns, counted);
    }

    int after() {
        return days.size() - before;
    }

    /** The days of the first periods of the action. */
    Days window(int periods) {
        return new Days(days.get(before).from(), days.get(before + periods - 1).to());
    }

    Trial trial() {
        int rows = columns.getFirst().length;
        double[][] series = new double[rows][columns.size()];
        int[] season = new int[columns.size()];
        for (int t = 0; t < columns.size(); t++) {
            for (int i = 0; i < rows; i++) {
                series[i][t] = columns.get(t)[i];
            }
            Days period = days.get(t);
            season[t] = period.count() == 1 ? period.from().getDayOfWeek().getValue() - 1 : 0;
        }
        return new Trial(series[0], Arrays.copyOfRange(series, 1, rows), season, before);
    }

    /** From the first day on which the touched part sold anything. */
    private static List<LocalDate> usable(Beside beside) {
        List<LocalDate> known =
                beside.days().stream()
                        .filter(day -> value(beside, List.of(day)).known().isPresent())
                        .filter(day ->
                                !beside.controls().isEmpty()
                                        || beside.calendar().special(day).isEmpty())
                        .toList();
        return known.stream()
                .dropWhile(day -> value(beside, List.of(day)).known().orElseThrow().signum() == 0)
                .toList();
    }

    private static MetricValue value(Beside beside, List<LocalDate> days) {
        return beside.daily().mean(days);
    }

    private static List<Days> periods(List<LocalDate> usable, LocalDate from, int length) {
        List<Days> periods = new ArrayList<>();
        if (usable.isEmpty()) {
            return periods;
        }
        LocalDate first = usable.getFirst();
        LocalDate last = usable.getLast();
        long back = Math.max(0, from.toEpochDay() - first.toEpochDay()) / length;
        for (LocalDate day = from.minusDays(back * length);
                !day.isAfter(last);
                day = day.plusDays(length)) {
            LocalDate end = day.plusDays(length - 1L);
            periods.add(new Days(day, end.isAfter(last) ? last : end));
        }
        return periods;
    }

    private static double[] column(Beside beside, List<LocalDate> days) {
        return DoubleStream.concat(
                        DoubleStream.of(Trial.figure(value(beside, days).known().orElseThrow())),
                        beside.controls().values().stream()
                                .mapToDouble(daily -> TouchedDays.mean(daily, days)))
                .toArray();
    }
}
