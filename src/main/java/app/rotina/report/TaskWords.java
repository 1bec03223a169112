package app.rotina.report;

import app.rotina.kernel.Formats;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.report.Letter.Item;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Finding;
import app.rotina.routine.checks.ResultJson;
import app.rotina.state.Task;
import com.ibm.icu.text.MessageFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells things to do, and what they rest on, in one language. */
record TaskWords(Catalog catalog, Checks checks, Currency currency, Texts texts, Formats formats) {

    /** What to do, who does it until when, and the money of one day. */
    Item todo(Task task) {
        Task.@Nullable Found found = task.found();
        @Nullable LocalDate due = task.due();
        String title = found == null ? task.title() : checks.of(found.check()).task(texts);
        String job = texts.say("checks.job." + task.job().id());
        String by = due == null ? job : texts.say("letter.by", job, formats.shortDay(due));
        return new Item(
                title,
                found == null ? by : says(found) + " " + by,
                task.stake().signum() == 0 ? "" : perDay(task.stake()),
                "even");
    }

    /** What a check found, and the money of one day. */
    Item finding(Task task) {
        Task.@Nullable Found found = task.found();
        return new Item(
                found == null ? task.title() : says(found),
                "",
                task.stake().signum() == 0 ? "" : perDay(task.stake()),
                "even");
    }

    String perDay(BigDecimal amount) {
        return texts.say("letter.a_day", formats.money(amount, currency));
    }

    private String says(Task.Found found) {
        Check check = checks.of(found.check());
        Finding finding = ResultJson.finding(found.finding());
        Metric.Unit unit = check.unit(catalog);
        if (finding.said() != null) {
            return finding.said();
        }
        return new MessageFormat(check.finds(texts), texts.locale())
                .format(
                        Map.of(
                                "where",
                                where(finding),
                                "value",
                                text(finding.value(), unit),
                                "usual",
                                text(finding.usual(), unit)));
    }

    private String where(Finding finding) {
        return finding.where().isEmpty()
                ? texts.say("checks.whole")
                : finding.where().entrySet().stream()
                        .map(one -> texts.value(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    private String text(@Nullable BigDecimal value, Metric.Unit unit) {
        if (value == null) {
            return "–";
        }
        return switch (unit) {
            case MONEY -> formats.money(value, currency);
            case COUNT -> formats.count(value);
            case NUMBER -> formats.decimal(value, 2);
            case RATIO -> formats.percent(value, 2);
            case MINUTES -> formats.minutes(value);
        };
    }
}
