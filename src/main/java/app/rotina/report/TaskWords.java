package app.rotina.report;

import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.FigureText;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.Letter.Item;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.ResultJson;
import app.rotina.state.Task;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tells things to do, and what they rest on, in one language. */
record TaskWords(Catalog catalog, Checks checks, FigureText figures) {

    /** What to do, who does it until when, and the money of one day. */
    Item todo(Task task) {
        Texts texts = figures.texts();
        Task.@Nullable Found found = task.found();
        @Nullable LocalDate due = task.due();
        String job = texts.say("checks.job." + task.job().id());
        String by =
                due == null ? job : texts.say("letter.by", job, figures.formats().shortDay(due));
        return new Item(
                checks.title(task, texts),
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
        return figures.texts().say("letter.a_day", figures.text(amount, Unit.MONEY));
    }

    private String says(Task.Found found) {
        return new FindingWords(catalog, figures)
                .says(checks.of(found.check()), ResultJson.finding(found.finding()));
    }
}
