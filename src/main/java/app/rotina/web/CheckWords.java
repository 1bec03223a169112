package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.metrics.Catalog;
import app.rotina.report.FindingWords;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Evidence;
import app.rotina.routine.checks.Finding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** Says what a check found, as a person reads it. */
record CheckWords(Catalog catalog, Figures figures) {

    String says(Check check, Finding found) {
        return new FindingWords(catalog, figures.text()).says(check, found);
    }

    /**
     * Where more is said of a day's finding: its rows, or the check with what it shows; follows the
     * store's address.
     */
    String rows(Check check, Finding found, LocalDate day) {
        Optional<String> metric = check.metric();
        if (metric.isEmpty() || check.isShown()) {
            return "/routine/" + check.id();
        }
        return rows(metric.get(), Days.only(day), found.where());
    }

    /** The rows of a metric in a part of the store; follows the store's address. */
    static String rows(String metric, Days days, Map<String, String> where) {
        if (where.containsKey(Evidence.CAUSE)) {
            return "/waiting/%s?cause=%s"
                    .formatted(
                            days.to(),
                            UriUtils.encode(
                                    where.getOrDefault(Evidence.CAUSE, ""),
                                    StandardCharsets.UTF_8));
        }
        return "/rows?metric=%s&from=%s&to=%s%s"
                .formatted(
                        metric,
                        days.from(),
                        days.to(),
                        where.entrySet().stream()
                                .map(one ->
                                        "&where="
                                                + UriUtils.encode(
                                                        one.getKey() + "=" + one.getValue(),
                                                        StandardCharsets.UTF_8))
                                .collect(Collectors.joining()));
    }
}
