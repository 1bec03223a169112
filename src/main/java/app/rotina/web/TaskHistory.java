package app.rotina.web;

import app.rotina.metrics.Metric.Unit;
import app.rotina.state.Job;
import app.rotina.state.Task;
import app.rotina.state.TaskChange;
import app.rotina.state.TaskField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what changed about a task; people by name, days and money as the page writes them. */
record TaskHistory(Screen screen, Map<String, String> people) {

    /**
     * @param changes the latest first
     */
    List<TaskView.Change> of(List<TaskChange> changes) {
        Map<Long, List<TaskChange>> steps =
                changes.stream().collect(Collectors.groupingBy(TaskChange::step));
        return changes.stream()
                .map(change -> {
                    List<TaskChange> together = steps.getOrDefault(change.step(), List.of());
                    boolean first = change.equals(together.getFirst());
                    boolean stands = together.stream().allMatch(one -> stands(one, changes));
                    return line(change, screen.mayWork() && first && stands ? change.step() : 0);
                })
                .toList();
    }

    /** True for what somebody changed that is still as they left it. */
    private static boolean stands(TaskChange change, List<TaskChange> changes) {
        boolean somebodys =
                !change.what().equals(TaskChange.OPENED)
                        && !Task.State.RECOVERED.name().equals(change.became());
        return somebodys
                && !change.undone()
                && change.undoes() == null
                && changes.stream()
                        .filter(one -> one.what().equals(change.what()))
                        .filter(one -> Objects.equals(one.subject(), change.subject()))
                        .findFirst()
                        .filter(latest -> Objects.equals(latest.became(), change.became()))
                        .isPresent();
    }

    private TaskView.Change line(TaskChange change, long step) {
        return new TaskView.Change(
                screen.words().who(change.who()),
                screen.words().moment(change.at(), screen.store().zone()),
                text(change),
                change.undone(),
                step);
    }

    private String text(TaskChange change) {
        return switch (change.what()) {
            case TaskChange.OPENED, TaskChange.STATE ->
                    screen.say(
                            "tasks.history.state."
                                    + Objects.requireNonNull(change.became())
                                            .toLowerCase(Locale.ROOT)
                                    + (change.was() == null ? ".first" : ""));
            case TaskChange.ITEM,
                    TaskChange.ITEM_DONE,
                    TaskChange.COMMENT,
                    TaskChange.FILE,
                    TaskChange.BLOCKER,
                    TaskChange.ACTION ->
                    screen.say(
                            "tasks.history.%s.%s"
                                    .formatted(
                                            change.what().toLowerCase(Locale.ROOT),
                                            change.became() == null ? "gone" : "there"),
                            change.text().isEmpty()
                                    ? String.valueOf(change.subject())
                                    : change.text());
            case TaskChange.PLAN ->
                    screen.say(
                            change.became() == null
                                    ? "tasks.history.plan.gone"
                                    : "tasks.history.plan.there");
            default -> field(TaskField.valueOf(change.what()), change);
        };
    }

    private String field(TaskField field, TaskChange change) {
        return screen.say(
                "tasks.history.field",
                screen.say("tasks.field." + field.name().toLowerCase(Locale.ROOT)),
                value(field, change.was()),
                value(field, change.became()));
    }

    private String value(TaskField field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "—";
        }
        return switch (field) {
            case JOB -> TaskWords.job(screen, Job.valueOf(value));
            case PERSON -> people.getOrDefault(value, "?");
            case DUE -> screen.words().day(LocalDate.parse(value));
            case STAKE, COST -> screen.figures().text(new BigDecimal(value), Unit.MONEY);
            case TITLE, REASON, PLACE, HOW -> value;
        };
    }
}
