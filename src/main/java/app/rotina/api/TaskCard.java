package app.rotina.api;

import app.rotina.api.CheckCard.FindingCard;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.ResultJson;
import app.rotina.state.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to do.
 *
 * @param title what to do, in the asked language where a check says it
 * @param stake the money of one day that it is about; {@code 0} where it cannot be told
 * @param found what a check found; absence: a person opened it
 */
record TaskCard(
        long id,
        String title,
        String job,
        @Nullable LocalDate due,
        String stake,
        String state,
        String openedBy,
        Instant openedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable FoundCard found) {

    /** What a check found, from its first day to its last one. */
    record FoundCard(
            String check,
            String label,
            String metric,
            String unit,
            String finds,
            String todo,
            LocalDate first,
            LocalDate last,
            FindingCard finding) {}

    static TaskCard of(Task task, Checks checks, Figures figures, Texts texts) {
        Task.@Nullable Found found = task.found();
        Task.@Nullable Done closed = task.closed();
        return new TaskCard(
                task.id(),
                found == null ? task.title() : checks.of(found.check()).task(texts),
                task.job().id(),
                task.due(),
                figures.money(task.stake()),
                task.state().name().toLowerCase(Locale.ROOT),
                task.opened().who(),
                task.opened().at(),
                closed == null ? null : closed.who(),
                closed == null ? null : closed.at(),
                found == null ? null : found(found, checks.of(found.check()), figures, texts));
    }

    private static FoundCard found(Task.Found found, Check check, Figures figures, Texts texts) {
        return new FoundCard(
                check.id(),
                check.label(texts),
                check.metric().orElse(""),
                check.unit(figures.catalog()).id(),
                check.finds(texts),
                check.todo(texts),
                found.first(),
                found.last(),
                FindingCard.of(check, ResultJson.finding(found.finding()), figures));
    }
}
