package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Finding;
import com.ibm.icu.text.MessageFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Says what a check found, as a person reads it. */
record CheckWords(Catalog catalog, Figures figures) {

    String says(Check check, Finding found) {
        Words words = figures.words();
        @Nullable String said = found.said();
        if (said != null) {
            return found.value() == null
                    ? said
                    : words.say("checks.number", said, text(check, found.value()));
        }
        return new MessageFormat(check.finds(words.texts()), words.locale())
                .format(
                        Map.of(
                                "where", where(found),
                                "value", text(check, found.value()),
                                "usual", text(check, found.usual())));
    }

    private String text(Check check, @Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        boolean whole = check.metric().isEmpty() && value.stripTrailingZeros().scale() <= 0;
        return figures.text(value, whole ? Unit.COUNT : check.unit(catalog));
    }

    private String where(Finding found) {
        Words words = figures.words();
        return found.where().isEmpty()
                ? words.say("checks.whole")
                : found.where().entrySet().stream()
                        .map(one -> words.texts().value(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    /**
     * Where more is said of a day's finding: its rows, or the check; follows the store's address.
     */
    String rows(Check check, Finding found, LocalDate day) {
        Optional<String> metric = check.metric();
        if (metric.isEmpty()) {
            return "/routine/" + check.id();
        }
        return "/rows?metric=%s&from=%s&to=%s%s"
                .formatted(
                        metric.get(),
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
