package app.rotina.web;

import app.rotina.routine.checks.TaskFilter;
import app.rotina.state.Task;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tasks by the day they are due, in a month of weeks as the store begins them. */
record TasksMonth(Screen screen, TaskWords words, LocalDate today, DayOfWeek weekStart) {
    private static final int WEEK = 7;

    TasksView.Month of(TasksAsked asked, List<Task> some) {
        YearMonth month = asked.ofMonth(today);
        LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(weekStart));
        List<List<TasksView.Day>> weeks = new ArrayList<>();
        for (LocalDate week = first;
                !week.isAfter(month.atEndOfMonth());
                week = week.plusDays(WEEK)) {
            weeks.add(
                    week.datesUntil(week.plusDays(WEEK))
                            .map(day -> day(day, month, some))
                            .toList());
        }
        return new TasksView.Month(
                screen.words().month(month),
                asked.with("month", month.minusMonths(1).toString()),
                asked.with("month", month.plusMonths(1).toString()),
                IntStream.range(0, WEEK)
                        .mapToObj(n -> screen.words().weekdayName(weekStart.plus(n)))
                        .toList(),
                weeks,
                lines(some.stream().filter(task -> TaskFilter.isLate(task, today))),
                lines(some.stream().filter(task -> task.due() == null)));
    }

    private TasksView.Day day(LocalDate date, YearMonth month, List<Task> some) {
        if (!YearMonth.from(date).equals(month)) {
            return new TasksView.Day(null, "", "", false, List.of());
        }
        return new TasksView.Day(
                date,
                String.valueOf(date.getDayOfMonth()),
                screen.words().shortDay(date),
                date.equals(today),
                lines(some.stream().filter(task -> date.equals(task.due()))));
    }

    private List<TodoView.Line> lines(Stream<Task> some) {
        return some.map(task -> words.line(screen, task, today)).toList();
    }
}
