package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.state.Job;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the rows of the audit are about, in words: dates, metrics, checks and states that are kept
 * as the product calls them, beside what people wrote, which stays as it is.
 */
@Component
final class AuditSubjects {
    /** Their subject is a name or a text that somebody chose, after the number of the thing. */
    private static final Set<String> WRITTEN =
            Set.of("task", "action", "notice", "join", "invite", "token", "hero");

    private static final Set<String> COUNTED = Set.of("files", "rows", "orders", "changes");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,6})?");
    private static final Pattern PERCENT = Pattern.compile("-?\\d{1,18}(\\.\\d{1,6})?%");
    private static final List<String> STATES =
            List.of("reports.verdict.label.", "routine.cadence.", "products.hero.", "audit.of.");

    private final Catalog catalog;
    private final Checks checks;

    AuditSubjects(Catalog catalog, Checks checks) {
        this.catalog = catalog;
        this.checks = checks;
    }

    /**
     * @param store whose currency its amounts are in; absence: unknown
     */
    String said(String action, String subject, @Nullable Store store, Words words) {
        List<String> parts = List.of(subject.split(" ", -1));
        if (action.startsWith("store.") || action.startsWith("webhook.")) {
            return subject;
        }
        if (WRITTEN.contains(action) && parts.size() > 1) {
            String rest = subject.substring(parts.getFirst().length() + 1);
            return action.equals("hero") ? part(parts.getFirst(), words) + " · " + rest : rest;
        }
        return String.join(" · ", parts(parts, store, words));
    }

    private List<String> parts(List<String> parts, @Nullable Store store, Words words) {
        List<String> said = new ArrayList<>();
        boolean money = false;
        for (int at = 0; at < parts.size(); at++) {
            String part = parts.get(at);
            boolean counts =
                    COUNTED.contains(part)
                            && at + 1 < parts.size()
                            && WHOLE.matcher(parts.get(at + 1)).matches();
            if (counts) {
                at++;
                said.add(words.say("audit.of." + part, Long.valueOf(parts.get(at))));
            } else if (money
                    && store != null
                    && at == parts.size() - 1
                    && NUMBER.matcher(part).matches()) {
                said.add(words.money(new BigDecimal(part), store.currency()));
            } else if (!part.isEmpty()) {
                money |= isMoney(part);
                boolean alone = parts.size() == 1 || at == 0;
                said.add(
                        alone && WHOLE.matcher(part).matches()
                                ? words.say("audit.of.number", part)
                                : part(part, words));
            }
        }
        return said;
    }

    private String part(String part, Words words) {
        if (DAY.matcher(part).matches()) {
            return words.day(LocalDate.parse(part));
        }
        if (MONTH.matcher(part).matches()) {
            return words.month(YearMonth.parse(part));
        }
        if (WHOLE.matcher(part).matches()) {
            return words.count(Long.parseLong(part));
        }
        if (NUMBER.matcher(part).matches()) {
            return words.decimal(new BigDecimal(part), 2);
        }
        if (PERCENT.matcher(part).matches()) {
            BigDecimal percent = new BigDecimal(part.substring(0, part.length() - 1));
            return words.percent(percent.movePointLeft(2), 2);
        }
        return named(part, words).orElse(part);
    }

    private boolean isMoney(String part) {
        return catalog.all().stream()
                .anyMatch(metric -> metric.id().equals(part) && metric.unit() == Unit.MONEY);
    }

    /** What the product itself calls it. */
    private Optional<String> named(String part, Words words) {
        Stream<String> metrics =
                catalog.all().stream()
                        .filter(metric -> metric.id().equals(part))
                        .map((Metric metric) -> metric.label(words.texts()));
        Stream<String> looked =
                checks.all().stream()
                        .filter(check -> check.id().equals(part))
                        .map((Check check) -> check.label(words.texts()));
        Stream<String> jobs =
                Stream.of(Job.values())
                        .filter(job -> job.id().equals(part))
                        .map(job -> words.say("checks.job." + job.id()));
        Stream<String> states =
                STATES.stream()
                        .map(area -> area + part)
                        .filter(words.texts()::knows)
                        .map(words::say);
        return Stream.of(metrics, looked, jobs, states).flatMap(each -> each).findFirst();
    }
}
