package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.report.Report.Compared;
import app.rotina.report.Report.Headline;
import app.rotina.report.Report.Line;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a report, and the headline that one of them makes. */
record ReportLines(List<Compared> compared, List<Line> all) {

    /** Of a single day, as its close tells it. */
    static ReportLines of(DailyClose close) {
        return new ReportLines(
                List.of(
                        new Compared("previous", Days.only(close.date().minusDays(1))),
                        new Compared("same_weekday", null),
                        new Compared("last_year", null)),
                close.metrics().stream().map(ReportLines::line).toList());
    }

    private static Line line(MetricLine line) {
        return new Line(
                line.id(),
                line.value(),
                line.target(),
                List.of(line.previousDay(), line.sameWeekday(), line.lastYear()));
    }

    static Headline ofDay(DailyClose close, @Nullable LocalDate dataThrough) {
        MetricLine line =
                close.metrics().stream()
                        .filter(each -> each.id().equals(close.goalMetric()))
                        .findFirst()
                        .orElseThrow();
        return new Headline(
                close.goalMetric(),
                close.verdict(),
                line.value(),
                line.target(),
                line.gap(),
                close.provisional(),
                close.restated(),
                close.pending(),
                dataThrough);
    }

    /** Of several days, of which this is the last. */
    Headline ofSpan(DailyClose last, @Nullable LocalDate dataThrough) {
        Line line =
                all.stream()
                        .filter(each -> each.metric().equals(last.goalMetric()))
                        .findFirst()
                        .orElseThrow();
        return new Headline(
                last.goalMetric(),
                verdict(line),
                line.value(),
                line.target(),
                minus(line.value(), line.target()),
                last.provisional(),
                null,
                last.pending(),
                dataThrough);
    }

    private static Verdict verdict(Line line) {
        if (line.value().known().isEmpty()) {
            return Verdict.NO_DATA;
        }
        return minus(line.value(), line.target())
                .known()
                .map(gap -> gap.signum() >= 0 ? Verdict.MET : Verdict.MISSED)
                .orElse(Verdict.NO_GOAL);
    }

    static MetricValue minus(MetricValue value, MetricValue other) {
        return value.known()
                .map(known ->
                        other.known().map(o -> MetricValue.known(known.subtract(o))).orElse(other))
                .orElse(value);
    }
}
