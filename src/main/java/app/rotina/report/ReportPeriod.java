package app.rotina.report;

import app.rotina.kernel.Days;
import java.time.LocalDate;

/**
 * What time a report is about.
 *
 * @param through the last day that is told of
 * @param soFar true where the period is still running
 */
public record ReportPeriod(ReportKind kind, Days whole, LocalDate through, boolean soFar) {

    /**
     * The period of a day that somebody names; a running one is told up to the last known day.
     *
     * @param end the last day that is over and has data
     */
    static ReportPeriod around(ReportKind kind, LocalDate day, LocalDate today, LocalDate end) {
        Days whole = kind.around(day);
        if (kind == ReportKind.DAILY) {
            return new ReportPeriod(kind, whole, day, !day.isBefore(today));
        }
        if (!whole.to().isAfter(end)) {
            return new ReportPeriod(kind, whole, whole.to(), false);
        }
        LocalDate through = end.isBefore(whole.from()) ? whole.from() : end;
        return new ReportPeriod(kind, whole, through, true);
    }

    /** The last period that is over at the end of a day. */
    static ReportPeriod lastComplete(ReportKind kind, LocalDate end) {
        Days whole = kind.around(end);
        Days over = whole.to().isAfter(end) ? kind.before(whole) : whole;
        return new ReportPeriod(kind, over, over.to(), false);
    }

    public Days days() {
        return new Days(whole.from(), through);
    }

    /** Of the same length where this one is still running. */
    public Days previous() {
        return alike(kind.before(whole));
    }

    public Days lastYear() {
        return alike(kind.lastYear(whole));
    }

    private Days alike(Days other) {
        LocalDate same = other.from().plusDays(days().count() - 1L);
        return soFar && same.isBefore(other.to()) ? new Days(other.from(), same) : other;
    }
}
