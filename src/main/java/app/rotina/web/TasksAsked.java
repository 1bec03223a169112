package app.rotina.web;

import app.rotina.routine.checks.TaskFilter;
import app.rotina.state.Job;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a page's address asks for, and how they are to be shown.
 *
 * @param view {@code list}, {@code board} or {@code calendar}; absence: the list
 * @param state {@code open} or {@code closed}; absence: open
 * @param person id of whoever holds them; absence: anybody, and nobody
 * @param month of the calendar; absence: this month
 * @param title what a new one is to begin with
 */
record TasksAsked(
        @Nullable String view,
        @Nullable String job,
        @Nullable String person,
        @Nullable String state,
        @Nullable String mine,
        @Nullable String overdue,
        @Nullable String month,
        @Nullable String title,
        @Nullable String reason) {
    private static final Set<String> WAYS = Set.of("board", "calendar");
    static final TasksAsked ALL =
            new TasksAsked(null, null, null, null, null, null, null, null, null);

    String way() {
        return view != null && WAYS.contains(view) ? view : "list";
    }

    boolean closed() {
        return "closed".equals(state);
    }

    boolean isMine() {
        return mine != null && !mine.isEmpty();
    }

    boolean isOverdue() {
        return overdue != null && !overdue.isEmpty();
    }

    @Nullable Job ofJob() {
        return job == null || job.isEmpty() ? null : Job.of(job);
    }

    @Nullable String ofPerson() {
        return person == null || !person.matches("\\d{1,18}") ? null : person;
    }

    /**
     * @param me absence: the command line
     */
    TaskFilter filter(TaskFilter.@Nullable Mine me) {
        return new TaskFilter(ofJob(), ofPerson(), isMine() ? me : null, isOverdue());
    }

    YearMonth ofMonth(LocalDate today) {
        return month != null && month.matches("\\d{4}-(0[1-9]|1[0-2])")
                ? YearMonth.parse(month)
                : YearMonth.from(today);
    }

    /** The same page with one thing otherwise; follows the store's address. */
    String with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("view", way().equals("list") ? "" : way());
        all.put("job", job == null ? "" : job);
        all.put("person", Objects.requireNonNullElse(ofPerson(), ""));
        all.put("state", closed() ? "closed" : "");
        all.put("mine", isMine() ? "1" : "");
        all.put("overdue", isOverdue() ? "1" : "");
        all.put(name, value);
        String query =
                all.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/tasks" : "/tasks?" + query;
    }
}
