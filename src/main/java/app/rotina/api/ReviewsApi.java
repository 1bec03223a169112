package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.report.ReportKind;
import app.rotina.review.Review;
import app.rotina.review.ReviewBook;
import app.rotina.review.ReviewSection;
import app.rotina.review.ReviewTasks;
import app.rotina.review.ReviewWriting;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The weekly, fortnightly and monthly reviews of a store. */
@RestController
@RequestMapping("/api/stores/{store}/reviews/{cadence}")
class ReviewsApi {
    private final ReviewBook book;
    private final ReviewWriting writing;
    private final ReviewTasks tasks;
    private final Catalog catalog;
    private final Audit audit;

    ReviewsApi(
            ReviewBook book,
            ReviewWriting writing,
            ReviewTasks tasks,
            Catalog catalog,
            Audit audit) {
        this.book = book;
        this.writing = writing;
        this.tasks = tasks;
        this.catalog = catalog;
        this.audit = audit;
    }

    /**
     * Which review.
     *
     * @param cadence {@code weekly}, {@code fortnightly} or {@code monthly}
     * @param date any day of it; absence: the last period that is over
     */
    record Asked(String cadence, @Nullable LocalDate date) {}

    /** What somebody writes in a section; an empty text takes it away. */
    record Text(@Nullable String text) {}

    /** What of the review is to become a task: the key of one of its parts. */
    record Doing(String part) {}

    @GetMapping
    @Access(Role.VIEWER)
    ReviewCard show(Store store, Asked asked) {
        return card(store, review(store, asked));
    }

    /** The same in sentences. */
    @GetMapping("/text")
    @Access(Role.VIEWER)
    @Download(MediaType.TEXT_PLAIN_VALUE)
    String text(Store store, Asked asked, Locale locale) {
        return writing.text(review(store, asked), locale);
    }

    @PutMapping("/texts/{section}")
    @Access(Role.MEMBER)
    ReviewCard write(
            Caller caller,
            Store store,
            Asked asked,
            @PathVariable String section,
            @RequestBody Text text) {
        Review review = review(store, asked);
        book.write(
                store,
                review.period(),
                ReviewSection.of(section),
                new ReviewBook.Said(text.text(), caller.name()));
        return card(store, book.of(store, review.period()));
    }

    /** Freezes its figures and texts as they are. */
    @PostMapping("/signature")
    @Access(Role.MANAGER)
    ReviewCard sign(Caller caller, Store store, Asked asked) {
        Review signed = book.sign(store, review(store, asked).period(), caller.name());
        audit.note(caller.name(), store.id(), "review.sign", signed.address());
        return card(store, signed);
    }

    /** Opens a task of one of its parts; asked again it is the same one. */
    @PostMapping("/tasks")
    @Access(Role.MEMBER)
    ReviewCard task(
            Caller caller, Store store, Asked asked, @RequestBody Doing doing, Locale locale) {
        Review review = review(store, asked);
        long id =
                tasks.open(
                                store,
                                review,
                                new ReviewTasks.Asked(doing.part(), locale, caller.name()))
                        .id();
        audit.note(caller.name(), store.id(), "task", String.valueOf(id));
        return card(store, review);
    }

    /** Sets what it plans for the next month as that month's goals. */
    @PostMapping("/plan")
    @Access(Role.MANAGER)
    ReviewCard plan(Caller caller, Store store, Asked asked) {
        Review review = review(store, asked);
        String month = book.takeOver(store, review, caller.name()).month().toString();
        audit.note(caller.name(), store.id(), "goal.plan", month);
        return card(store, book.of(store, review.period()));
    }

    private Review review(Store store, Asked asked) {
        ReportKind kind = ReportKind.of(asked.cadence());
        return book.of(store, book.period(store, kind, asked.date()));
    }

    private ReviewCard card(Store store, Review review) {
        return ReviewCard.of(new ReviewCard.Shown(review, tasks.of(store, review)), catalog);
    }
}
