package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.ReportPeriod;
import app.rotina.report.Reports;
import app.rotina.state.Reviews;
import app.rotina.web.ReviewsView.Cadence;
import app.rotina.web.ReviewsView.Line;
import app.rotina.web.ReviewsView.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads which reviews a store has. */
@Component
class ReviewsReading {
    private static final int MOST = 6;
    private static final List<ReportKind> CADENCES =
            List.of(ReportKind.WEEKLY, ReportKind.FORTNIGHTLY, ReportKind.MONTHLY);

    private final Catalog catalog;
    private final Reports reports;
    private final Reviews reviews;
    private final Clock clock;

    ReviewsReading(Catalog catalog, Reports reports, Reviews reviews, Clock clock) {
        this.catalog = catalog;
        this.reports = reports;
        this.reviews = reviews;
        this.clock = clock;
    }

    ReviewsView view(Screen screen) {
        List<Reviews.Known> signed = reviews.signed(screen.store().id());
        return new ReviewsView(
                CADENCES.stream()
                        .map(kind ->
                                new Cadence(
                                        kind.id(),
                                        screen.say("reviews.title." + kind.id()),
                                        lines(screen, kind, signed)))
                        .toList());
    }

    /** From the period that follows the last whole one back to the first one without data. */
    private List<Line> lines(Screen screen, ReportKind kind, List<Reviews.Known> signed) {
        List<Line> lines = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), screen.store().zone());
        LocalDate after = reports.period(screen.store(), kind, null).whole().to().plusDays(1);
        LocalDate day = after.isAfter(today) ? after.minusDays(1) : after;
        for (int i = 0; i < MOST; i++) {
            ReportPeriod period = reports.period(screen.store(), kind, day);
            Line line = line(screen, period, signed);
            if (line.verdict().equals("no_data") && i > 0) {
                return lines;
            }
            if (!line.verdict().equals("no_data")) {
                lines.add(line);
            }
            day = period.whole().from().minusDays(1);
        }
        return lines;
    }

    private Line line(Screen screen, ReportPeriod period, List<Reviews.Known> signed) {
        Store store = screen.store();
        Report.Line brief = reports.brief(store, period);
        Metric metric = catalog.of(brief.metric());
        MetricValue gap =
                brief.value()
                        .known()
                        .flatMap(value -> brief.target().known().map(value::subtract))
                        .map(MetricValue::known)
                        .orElse(brief.value().known().isEmpty() ? brief.value() : brief.target());
        State state =
                isSigned(period, signed)
                        ? State.SIGNED
                        : period.soFar() ? State.RUNNING : State.OPEN;
        String verdict = verdict(brief, gap);
        boolean held = gap.known().isPresent();
        boolean underWay = held && state == State.RUNNING;
        String label = state == State.SIGNED ? "signed.short" : name(state);
        return new Line(
                screen.address("/reviews/" + period.kind().id() + "/" + period.whole().from()),
                period.kind() == ReportKind.MONTHLY
                        ? screen.words().month(YearMonth.from(period.through()))
                        : screen.words().days(period.whole()),
                underWay ? "open" : verdict,
                screen.say((underWay ? "reviews.so_far." : "reviews.verdict.") + verdict),
                held
                        ? screen.figures().difference(gap, metric)
                        : screen.figures().value(brief.value(), metric.unit()),
                state,
                screen.say("reviews." + label));
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isSigned(ReportPeriod period, List<Reviews.Known> signed) {
        return signed.stream()
                .anyMatch(one ->
                        one.cadence().equals(period.kind().name())
                                && one.from().equals(period.whole().from()));
    }

    private static String verdict(Report.Line brief, MetricValue gap) {
        if (brief.value().known().isEmpty()) {
            return "no_data";
        }
        return gap.known().map(one -> one.signum() >= 0 ? "met" : "missed").orElse("no_goal");
    }
}
