package app.rotina.web;

import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.report.ReportKind;
import app.rotina.review.Review;
import app.rotina.review.ReviewBook;
import app.rotina.review.ReviewTasks;
import app.rotina.review.ReviewWriting;
import app.rotina.review.ToldReview;
import app.rotina.routine.MonthPlan;
import app.rotina.state.Goals;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one review for its page. */
@Component
class ReviewReading {
    private final ReviewBook book;
    private final ReviewWriting writing;
    private final ReviewTasks tasks;
    private final Goals goals;
    private final Clock clock;

    ReviewReading(
            ReviewBook book, ReviewWriting writing, ReviewTasks tasks, Goals goals, Clock clock) {
        this.book = book;
        this.writing = writing;
        this.tasks = tasks;
        this.goals = goals;
        this.clock = clock;
    }

    /**
     * The review that an address means.
     *
     * @param period a day of it, or its month as 2026-10
     */
    Review review(Store store, String cadence, String period) {
        return book.of(store, book.period(store, ReportKind.of(cadence), ReviewBook.day(period)));
    }

    ReviewView view(Screen screen, Review review) {
        ToldReview told = writing.told(review, screen.words().locale());
        ReportKind kind = review.period().kind();
        Days whole = review.period().whole();
        LocalDate today = LocalDate.ofInstant(clock.instant(), screen.store().zone());
        LocalDate after = whole.to().plusDays(1);
        return new ReviewView(
                kind.id(),
                screen.say("reviews.title." + kind.id()),
                review.address(),
                address(kind, book.period(screen.store(), kind, whole.from().minusDays(1)).whole()),
                after.isAfter(today)
                        ? null
                        : address(kind, book.period(screen.store(), kind, after).whole()),
                whole.from(),
                told.paper(),
                told.sections().stream()
                        .map(section -> ReviewView.section(screen, section))
                        .toList(),
                review.period().soFar(),
                ReviewView.signed(screen, review),
                writing.since(review, screen.words().locale()),
                tasks.of(screen.store(), review),
                plan(screen, review));
    }

    private static String address(ReportKind kind, Days whole) {
        return "/reviews/" + kind.id() + "/" + whole.from();
    }

    private ReviewView.@Nullable Plan plan(Screen screen, Review review) {
        @Nullable MonthPlan plan = review.figures().plan();
        return plan == null
                ? null
                : new ReviewView.Plan(plan.month().toString(), isTaken(screen.store(), plan));
    }

    /** The goal is set so, and those of the drivers that the plan sets. */
    private boolean isTaken(Store store, MonthPlan plan) {
        boolean goal =
                goals.find(store.id(), plan.metric(), null, plan.month())
                        .map(MonthGoal::value)
                        .filter(value -> value.compareTo(plan.goal()) == 0)
                        .isPresent();
        return goal
                && plan.levers().stream()
                        .filter(lever -> lever.goal().known().isPresent())
                        .allMatch(lever ->
                                goals.find(store.id(), lever.metric(), null, plan.month())
                                                .isPresent()
                                        || goals.steady(store.id(), plan.month()).stream()
                                                .anyMatch(one ->
                                                        one.metric().equals(lever.metric())));
    }
}
