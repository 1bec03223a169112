package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.report.Paper;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as its page shows it.
 *
 * @param date the first day of its period
 * @param previous the address of the period before
 * @param next the address of the one after; absence: it has not begun
 * @param last the last day that can be asked for
 * @param text as it is sent
 */
record ReportsView(
        String kind,
        List<Kind> kinds,
        LocalDate date,
        String previous,
        @Nullable String next,
        LocalDate last,
        Paper paper,
        String text) {

    /** One kind of report, to choose. */
    record Kind(String id, String address, boolean current) {}

    static ReportsView of(Report report, Paper paper, String text, LocalDate today) {
        Days whole = report.period().whole();
        ReportKind kind = report.period().kind();
        LocalDate after = whole.to().plusDays(1);
        return new ReportsView(
                kind.id(),
                Arrays.stream(ReportKind.values())
                        .map(each ->
                                new Kind(each.id(), "/reports?kind=" + each.id(), each == kind))
                        .toList(),
                whole.from(),
                address(kind, whole.from().minusDays(1)),
                after.isAfter(today) ? null : address(kind, after),
                today,
                paper,
                text);
    }

    private static String address(ReportKind kind, LocalDate day) {
        return "/reports?kind=" + kind.id() + "&date=" + day;
    }

    /** The address of this report as a file. */
    String file(String format) {
        return "/reports/" + format + "?kind=" + kind + "&date=" + date;
    }
}
