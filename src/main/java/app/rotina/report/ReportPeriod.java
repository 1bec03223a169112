package app.rotina.report;

import app.rotina.kernel.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What time a report is about.
 *
 * @param through the last day that is told of
 * @param soFar true where the period is still running
 */
public record ReportPeriod(ReportKind kind, Days whole, LocalDate through, boolean soFar) {

    /**
     * When a report is asked for.
     *
     * @param end the last day that is over and has data
     * @param weekStart the day that the store's weeks begin with
     */
    record Now(LocalDate today, LocalDate end, DayOfWeek weekStart) {}

    /** The period of a day that somebody names; a running one is told up to the last known day. */
    static ReportPeriod around(ReportKind kind, LocalDate day, Now now) {
        Days whole = kind.around(day, now.weekStart());
        LocalDate end = now.end();
        if (kind == ReportKind.DAILY) {
            return new ReportPeriod(kind, whole, day, !day.isBefore(now.today()));
        }
        if (!whole.to().isAfter(end)) {
            return new ReportPeriod(kind, whole, whole.to(), false);
        }
        LocalDate through = end.isBefore(whole.from()) ? whole.from() : end;
        return new ReportPeriod(kind, whole, through, true);
    }

    /** The last period that is over at the end of the known days. */
    static ReportPeriod lastComplete(ReportKind kind, Now now) {
        Days whole = kind.around(now.end(), now.weekStart());
        Days over = whole.to().isAfter(now.end()) ? kind.before(whole) : whole;
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
