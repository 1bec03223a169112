package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Figures by day, up to yesterday by the store's clock: some days at once, each whole, so that a
 * day is taken in whole or not at all. What the service restates afterwards is asked for again, as
 * many days back as the connector's overlap says. Its cursor is the last day, as its first moment
 * in UTC.
 */
final class Daily implements Reading {
    private static final int READINGS = 6;
    private static final Set<Problem> TOO_MANY = Set.of(Problem.PULL_RUN, Problem.PULL_ANSWER);

    private final Connector connector;
    private final Report report;
    private final Site site;
    private final LocalDate end;
    private LocalDate from;
    private int most;
    private @Nullable Instant last;

    /**
     * @param since from which day on; absence: from the first
     */
    Daily(
            Connector connector,
            Report report,
            Site site,
            @Nullable Instant since,
            ZonedDateTime now) {
        this.connector = connector;
        this.report = report;
        this.site = site;
        this.most = report.days();
        this.end = now.toLocalDate().minusDays(1);
        this.from = since == null ? end.minusDays(report.first() - 1L) : dayOf(since);
        this.last = since == null ? null : since.plus(connector.overlap());
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant last() {
        return last;
    }

    @Override
    public void tryOut() {
        var _ = rows(Days.only(end));
    }

    @Override
    public boolean next(Batch batch) {
        if (from.isAfter(end)) {
            return false;
        }
        LocalDate to = from.plusDays(most - 1L);
        Days days = new Days(from, to.isAfter(end) ? end : to);
        try {
            rows(days).forEach(batch::add);
        } catch (RotinaException e) {
            requireFewer(days, e);
            return true;
        }
        last = Pull.later(last, days.to().atStartOfDay(ZoneOffset.UTC).toInstant());
        from = days.to().plusDays(1);
        return !from.isAfter(end);
    }

    /** What a service does not make out of many days at once it may of fewer. */
    private void requireFewer(Days days, RotinaException failure) {
        boolean tooMany = TOO_MANY.contains(failure.problem()) && report.run().isPresent();
        if (!tooMany || days.count() == 1) {
            throw failure;
        }
        most = days.count() / 2;
    }

    /**
     * All rows of the days; where their number changes while they are read, they are read again.
     */
    private List<ObjectNode> rows(Days days) {
        for (int reading = 1; reading <= READINGS; reading++) {
            List<ObjectNode> rows = new ArrayList<>();
            if (isWhole(days, rows)) {
                return rows;
            }
        }
        throw new RotinaException(Problem.COUNT_RESTLESS, connector.id());
    }

    private boolean isWhole(Days days, List<ObjectNode> rows) {
        String path = site.ready(report, days);
        String total = "";
        String after = "";
        boolean more = true;
        while (more) {
            Table page = new Table(report, site.figures(report, path, days, rows.size(), after));
            if (!rows.isEmpty() && !page.total().equals(total)) {
                return false;
            }
            total = page.total();
            List<ObjectNode> some = page.rows(site);
            some.forEach(row -> requireWithin(row, days));
            rows.addAll(some);
            more = page.isFollowed(rows.size()) && !some.isEmpty();
            requireTurn(more, after, page.after());
            after = page.after();
        }
        return true;
    }

    /** What is of other days was not asked for. */
    private void requireWithin(JsonNode row, Days days) {
        try {
            LocalDate day = day(Site.at(row, report.day()).asString(""));
            if (days.contains(day)) {
                return;
            }
        } catch (DateTimeParseException e) {
            throw new RotinaException(Problem.PULL_FILTER_IGNORED, e, report.day(), connector.id());
        }
        throw new RotinaException(Problem.PULL_FILTER_IGNORED, report.day(), connector.id());
    }

    private static LocalDate day(String text) {
        return text.contains("-")
                ? LocalDate.parse(text)
                : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private void requireTurn(boolean more, String before, String after) {
        String parameter = report.turn().parameter();
        if (more && !parameter.isEmpty() && after.equals(before)) {
            throw new RotinaException(Problem.PULL_FILTER_IGNORED, parameter, connector.id());
        }
    }
}
