package app.rotina.report;

import app.rotina.goals.GoalSuggestion;
import app.rotina.kernel.MetricValue;
import app.rotina.report.Report.NextMonth;
import app.rotina.routine.Causes;
import app.rotina.routine.Causes.Cause;
import app.rotina.routine.DailyClose.MonthStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as a message of a few short lines, which its owner pastes in a group.
 *
 * @param starred true where stars make words bold, as in WhatsApp; WeChat shows them as they are
 */
record ShareText(Telling telling, boolean starred) {
    private static final int MOST_TASKS = 2;

    String text() {
        VerdictWords verdict = new VerdictWords(telling);
        List<String> lines = new ArrayList<>();
        lines.add(bold(title()));
        lines.add(sign() + " " + bold(verdict.sentence()));
        verdict.against().ifPresent(lines::add);
        verdict.shortCause().ifPresent(lines::add);
        where().map(this::quiet).ifPresent(lines::add);
        days().ifPresent(lines::add);
        addMonth(lines);
        next().ifPresent(lines::add);
        addTodo(lines);
        if (telling.report().headline().provisional()) {
            lines.add(telling.say("share.provisional"));
        }
        return lines.stream().map(PaperText::clean).collect(Collectors.joining("\n"));
    }

    private String title() {
        ReportPeriod period = telling.report().period();
        String when = new PeriodWords(telling.texts(), telling.formats()).of(period);
        String what =
                period.kind() == ReportKind.DAILY
                        ? when
                        : telling.say("title." + period.kind().id()) + " " + when;
        return telling.say("share.title", telling.report().store().name(), what);
    }

    private String sign() {
        return switch (telling.report().headline().verdict()) {
            case MET -> "✅";
            case MISSED -> "❌";
            case NO_GOAL, NO_DATA, OPEN -> "▫";
        };
    }

    /** The segment that moved most the way the period went. */
    private Optional<String> where() {
        return telling.report().why().causes().stream()
                .filter(causes -> causes.metric().equals(telling.report().headline().metric()))
                .flatMap(causes -> causes.named().stream().filter(each -> isWith(causes, each)))
                .findFirst()
                .map(cause ->
                        telling.say(
                                "share.where",
                                new WhyBlocks(telling).where(cause),
                                telling.signed(cause.amount())));
    }

    private static boolean isWith(Causes causes, Cause cause) {
        return cause.amount().signum() == causes.whole().signum();
    }

    private Optional<String> days() {
        return telling.report().period().kind() == ReportKind.WEEKLY
                ? Optional.of(new DayGrids(telling).extremes()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private void addMonth(List<String> lines) {
        MonthBlock month = new MonthBlock(telling);
        MonthStanding standing = month.standing();
        if (month.isOver() && telling.report().period().kind() == ReportKind.MONTHLY) {
            return;
        }
        standing.toDate()
                .known()
                .ifPresent(done -> {
                    String soFar = telling.text(done);
                    lines.add(
                            telling.share(standing.toDate(), standing.goal(), 0)
                                    .map(share ->
                                            telling.say(
                                                    "share.month",
                                                    soFar,
                                                    telling.cell(standing.goal()).text(),
                                                    share))
                                    .orElseGet(() -> telling.say("share.month_no_goal", soFar)));
                    heading(month).ifPresent(lines::add);
                });
    }

    private Optional<String> heading(MonthBlock month) {
        MetricValue end = month.projection();
        if (month.isOver() || end.known().isEmpty()) {
            return Optional.empty();
        }
        String heading = telling.cell(end).text();
        return Optional.of(
                month.chance(month.standing().outlook())
                        .map(chance -> telling.say("share.chance", chance, heading))
                        .orElseGet(() -> telling.say("share.projection", heading)));
    }

    private Optional<String> next() {
        @Nullable NextMonth next = telling.report().next();
        @Nullable GoalSuggestion suggestion = next == null ? null : next.suggestion();
        return next == null || suggestion == null
                ? Optional.empty()
                : Optional.of(
                        telling.say(
                                "share.suggested",
                                telling.formats().month(next.month()),
                                telling.text(suggestion.value())));
    }

    private void addTodo(List<String> lines) {
        List<String> todo = new WorkWords(telling).todo().stream().limit(MOST_TASKS).toList();
        if (todo.isEmpty()) {
            return;
        }
        boolean today = telling.report().period().kind() == ReportKind.DAILY;
        lines.add(bold(telling.say(today ? "share.todo" : "share.next")));
        for (int i = 0; i < todo.size(); i++) {
            lines.add((i + 1) + ". " + quiet(todo.get(i)));
        }
    }

    private String bold(String text) {
        return starred ? "*" + quiet(text) + "*" : quiet(text);
    }

    /** Signs of a name would make bold what is not; line breaks would make lines of their own. */
    private String quiet(String text) {
        String line = PaperText.clean(text).replaceAll("\\s+", " ").strip();
        return starred ? line.replaceAll("[*_~`]", "") : line;
    }

    /** In languages read mostly in WeChat stars are no bold. */
    static boolean starsIn(Locale locale) {
        return !locale.getLanguage().equals("zh");
    }
}
