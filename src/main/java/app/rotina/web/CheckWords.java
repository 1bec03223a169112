package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Finding;
import com.ibm.icu.text.MessageFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** Says what a check found, as a person reads it. */
record CheckWords(Catalog catalog, Figures figures) {

    String says(Check check, Finding found) {
        Unit unit = catalog.of(check.rule().metric()).unit();
        Words words = figures.words();
        return new MessageFormat(check.finds(words.texts()), words.locale())
                .format(
                        Map.of(
                                "where",
                                where(found),
                                "value",
                                figures.text(found.value(), unit),
                                "usual",
                                figures.text(found.usual(), unit)));
    }

    private String where(Finding found) {
        Words words = figures.words();
        return found.where().isEmpty()
                ? words.say("checks.whole")
                : found.where().entrySet().stream()
                        .map(one -> words.texts().value(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    /** Where the rows of a day's finding are; follows the store's address. */
    String rows(Check check, Finding found, LocalDate day) {
        return "/rows?metric=%s&from=%s&to=%s%s"
                .formatted(
                        check.rule().metric(),
                        day,
                        day,
                        found.where().entrySet().stream()
                                .map(one ->
                                        "&where="
                                                + UriUtils.encode(
                                                        one.getKey() + "=" + one.getValue(),
                                                        StandardCharsets.UTF_8))
                                .collect(Collectors.joining()));
    }
}
