package app.rotina.api;

import app.rotina.api.CheckCard.FindingCard;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.ResultJson;
import app.rotina.state.Task;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to do.
 *
 * @param title what to do, in the asked language where a check says it
 * @param stake the money of one day that it is about; {@code 0} where it cannot be told
 * @param person who of the store does it; null: whoever has the job
 * @param found what a check found, of it or of the task that it was split off; absence: a person
 *     opened it
 * @param reason why, in the words of whoever asked; empty: nobody said
 * @param address the page that shows why; follows the store's address
 * @param partOf the task that it was split off; null: none
 * @param waits true while a task that it waits for is open
 * @param measure what its effect is measured on once it is done; null: nobody said
 */
record TaskCard(
        long id,
        String title,
        String job,
        @Nullable String person,
        @Nullable LocalDate due,
        String stake,
        String state,
        String openedBy,
        Instant openedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable FoundCard found,
        String reason,
        String address,
        String place,
        String how,
        @Nullable String cost,
        @Nullable Long partOf,
        boolean waits,
        @Nullable MeasureCard measure) {

    /** What a task's effect is measured on; an empty {@code where}: the whole store. */
    record MeasureCard(String kind, String metric, List<String> where) {
        static @Nullable MeasureCard of(Task.@Nullable Plan plan) {
            return plan == null
                    ? null
                    : new MeasureCard(plan.kind().id(), plan.metric(), plan.where());
        }
    }

    /** What a check found, from its first day to its last one. */
    record FoundCard(
            String check,
            String label,
            String metric,
            String unit,
            String todo,
            LocalDate first,
            LocalDate last,
            FindingCard finding) {}

    /**
     * @param why the task that says why: itself, or what it was split off
     */
    static TaskCard of(Task task, Task why, Checks checks, Figures figures, Texts texts) {
        Task.@Nullable Found found = why.found();
        Task.@Nullable Done closed = task.closed();
        Task.@Nullable Holder holder = task.holder();
        @Nullable BigDecimal cost = task.details().cost();
        return new TaskCard(
                task.id(),
                checks.title(task, texts),
                task.job().id(),
                holder == null ? null : holder.name(),
                task.due(),
                figures.money(task.stake()),
                task.state().name().toLowerCase(Locale.ROOT),
                task.opened().who(),
                task.opened().at(),
                closed == null ? null : closed.who(),
                closed == null ? null : closed.at(),
                found == null
                        ? null
                        : found(found, checks.of(task.store(), found.check()), figures, texts),
                why.details().reason(),
                why.details().address(),
                task.details().place(),
                task.details().how(),
                cost == null ? null : figures.money(cost),
                task.partOf(),
                task.waits(),
                MeasureCard.of(task.plan()));
    }

    private static FoundCard found(Task.Found found, Check check, Figures figures, Texts texts) {
        return new FoundCard(
                check.id(),
                check.label(texts),
                check.metric().orElse(""),
                check.unit(figures.catalog()).id(),
                check.todo(texts),
                found.first(),
                found.last(),
                FindingCard.of(check, ResultJson.finding(found.finding()), figures, texts));
    }
}
