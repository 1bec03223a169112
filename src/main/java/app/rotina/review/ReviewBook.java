package app.rotina.review;

import app.rotina.goals.GoalSuggestion;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.report.Report;
import app.rotina.report.Report.NextMonth;
import app.rotina.report.ReportKind;
import app.rotina.report.ReportPeriod;
import app.rotina.report.Reports;
import app.rotina.review.Review.Signed;
import app.rotina.review.Review.Since;
import app.rotina.review.Review.Text;
import app.rotina.review.ReviewJson.Kept;
import app.rotina.routine.MonthPlan;
import app.rotina.routine.MonthPlans;
import app.rotina.state.Reviews;
import app.rotina.state.Reviews.Signature;
import app.rotina.state.Reviews.Which;
import app.rotina.state.Reviews.Written;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes reviews, takes down what people write in them, and keeps those that are signed. */
@Component
public final class ReviewBook {
    private static final int LONGEST_TEXT = 8000;
    private static final int MONTH_LENGTH = "2026-10".length();

    private final Reports reports;
    private final ReviewChannels channels;
    private final MonthPlans plans;
    private final Reviews reviews;
    private final Clock clock;

    ReviewBook(
            Reports reports,
            ReviewChannels channels,
            MonthPlans plans,
            Reviews reviews,
            Clock clock) {
        this.reports = reports;
        this.channels = channels;
        this.plans = plans;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * The period that is meant.
     *
     * @param day any day of it; absence: the last one that is over and has data
     */
    public ReportPeriod period(Store store, ReportKind kind, @Nullable LocalDate day) {
        if (kind == ReportKind.DAILY) {
            throw new RotinaException(Problem.BAD_ARGUMENT, kind.id());
        }
        return reports.period(store, kind, day);
    }

    /**
     * A day of the period that a text means.
     *
     * @param text a day, or a month such as 2026-10
     */
    public static LocalDate day(String text) {
        try {
            return text.length() == MONTH_LENGTH
                    ? YearMonth.parse(text).atDay(1)
                    : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, text);
        }
    }

    /** The review as it was signed, else as it is now. */
    public Review of(Store store, ReportPeriod period) {
        return reviews.signature(which(store, period))
                .map(signature -> frozen(store, signature))
                .orElseGet(() -> live(store, period));
    }

    private Review frozen(Store store, Signature signature) {
        Kept kept = ReviewJson.read(signature.content());
        Report now = reports.of(store, kept.figures().report().period());
        return new Review(
                kept.figures(),
                kept.texts(),
                new Signed(signature.who(), signature.at()),
                since(kept.figures().report(), now));
    }

    private static List<Since> since(Report then, Report now) {
        List<Since> changed = new ArrayList<>();
        for (Report.Line line : then.lines()) {
            now.lines().stream()
                    .filter(other -> other.metric().equals(line.metric()))
                    .filter(other -> !same(other.value(), line.value()))
                    .map(other -> new Since(line.metric(), line.value(), other.value()))
                    .forEach(changed::add);
        }
        return changed;
    }

    private static boolean same(MetricValue a, MetricValue b) {
        return a.known()
                .map(one -> b.known().filter(other -> one.compareTo(other) == 0).isPresent())
                .orElseGet(() -> b.known().isEmpty());
    }

    private Review live(Store store, ReportPeriod period) {
        List<Text> texts =
                reviews.texts(which(store, period)).stream().map(ReviewBook::text).toList();
        return new Review(figures(store, period), texts, null, List.of());
    }

    private static Text text(Written written) {
        return new Text(
                ReviewSection.of(written.section()), written.body(), written.who(), written.at());
    }

    private ReviewFigures figures(Store store, ReportPeriod period) {
        Report report = reports.of(store, period);
        return new ReviewFigures(
                report,
                channels.of(store, period, report.headline().metric()).orElse(null),
                plan(report));
    }

    private @Nullable MonthPlan plan(Report report) {
        @Nullable NextMonth next = report.next();
        if (next == null) {
            return null;
        }
        return next.goal()
                .known()
                .or(() -> Optional.ofNullable(next.suggestion()).map(GoalSuggestion::value))
                .map(goal ->
                        plans.of(
                                report.store(),
                                new MonthPlans.Wanted(
                                        next.month(),
                                        report.headline().metric(),
                                        goal,
                                        report.period().through())))
                .orElse(null);
    }

    /** Words a section; an empty text takes it away. */
    public void write(Store store, ReportPeriod period, ReviewSection section, Said said) {
        String body = said.text() == null ? "" : said.text().replace("\r\n", "\n").strip();
        if (body.length() > LONGEST_TEXT) {
            throw new RotinaException(Problem.TEXT_TOO_LONG, body.length(), LONGEST_TEXT);
        }
        reviews.write(
                which(store, period), new Written(section.id(), body, said.who(), clock.instant()));
    }

    /** What somebody writes. */
    public record Said(@Nullable String text, String who) {}

    /** Freezes it; a period that is still running cannot be signed. */
    public Review sign(Store store, ReportPeriod period, String who) {
        if (period.soFar()) {
            throw new RotinaException(Problem.REVIEW_RUNNING, period.whole().to());
        }
        Review now = live(store, period);
        reviews.sign(
                which(store, period), who, ReviewJson.write(new Kept(now.figures(), now.texts())));
        return of(store, period);
    }

    /** Sets the goal and the drivers that the review plans for the month that follows. */
    public MonthPlan takeOver(Store store, Review review, String who) {
        @Nullable MonthPlan plan = review.figures().plan();
        if (plan == null) {
            throw new RotinaException(Problem.NO_SUGGESTION, review.period().whole().from());
        }
        plans.takeOver(store, plan, who);
        return plan;
    }

    private static Which which(Store store, ReportPeriod period) {
        return new Which(store.id(), period.kind().name(), period.whole().from());
    }
}
