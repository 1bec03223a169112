package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.report.ReportPeriod;
import app.rotina.review.Review;
import app.rotina.review.ReviewBook;
import app.rotina.review.ReviewSection;
import app.rotina.review.ReviewTasks;
import app.rotina.review.ReviewWriting;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reviews of a store: to read, to write in, to turn into tasks and goals, to sign. */
@Controller
class ReviewsPage implements Page {
    private static final String ONE = "/s/{store}/reviews/{cadence}/{period}";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReviewsReading all;
    private final ReviewReading reading;
    private final ReviewBook book;
    private final ReviewWriting writing;
    private final ReviewTasks tasks;
    private final Audit audit;

    ReviewsPage(
            ReviewsReading all,
            ReviewReading reading,
            ReviewBook book,
            ReviewWriting writing,
            ReviewTasks tasks,
            Audit audit) {
        this.all = all;
        this.reading = reading;
        this.book = book;
        this.writing = writing;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** Which review: a cadence, and a day of its period or its month. */
    record Asked(String cadence, String period) {}

    @Override
    public Entry entry() {
        return new Entry(Group.MONTH, 50, "reviews", "/reviews", Role.VIEWER);
    }

    @GetMapping("/s/{store}/reviews")
    @Access(Role.VIEWER)
    ModelAndView list(Screen screen) {
        return screen.show("reviews", all.view(screen));
    }

    @GetMapping(ONE)
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, Asked asked) {
        return screen.show("review", reading.view(screen, review(store, asked)));
    }

    @GetMapping(ONE + "/pdf")
    @Access(Role.VIEWER)
    ResponseEntity<byte[]> pdf(Screen screen, Store store, Asked asked) {
        Review review = review(store, asked);
        return file(
                writing.pdf(review, screen.words().locale()),
                MediaType.APPLICATION_PDF_VALUE,
                name(review, "pdf"));
    }

    @GetMapping(ONE + "/xlsx")
    @Access(Role.VIEWER)
    ResponseEntity<byte[]> xlsx(Screen screen, Store store, Asked asked) {
        Review review = review(store, asked);
        return file(writing.workbook(review, screen.words().locale()), XLSX, name(review, "xlsx"));
    }

    @PostMapping(ONE + "/texts/{section}")
    @Access(Role.MEMBER)
    ModelAndView write(
            Screen screen,
            Caller caller,
            Asked asked,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String text) {
        Review review = review(screen.store(), asked);
        return did(
                screen,
                review,
                "review_text",
                () ->
                        book.write(
                                screen.store(),
                                review.period(),
                                ReviewSection.of(section),
                                new ReviewBook.Said(text, caller.name())));
    }

    @PostMapping(ONE + "/signature")
    @Access(Role.MANAGER)
    ModelAndView sign(Screen screen, Caller caller, Asked asked) {
        Review review = review(screen.store(), asked);
        return did(
                screen,
                review,
                "review_signed",
                () -> {
                    ReportPeriod period = review.period();
                    book.sign(screen.store(), period, caller.name());
                    audit.note(caller.name(), screen.store().id(), "review.sign", review.address());
                });
    }

    @PostMapping(ONE + "/tasks")
    @Access(Role.MEMBER)
    ModelAndView task(Screen screen, Caller caller, Asked asked, @RequestParam String part) {
        Review review = review(screen.store(), asked);
        return did(
                screen,
                review,
                "review_task",
                () -> {
                    long id =
                            tasks.open(
                                            screen.store(),
                                            review,
                                            new ReviewTasks.Asked(
                                                    part, screen.words().locale(), caller.name()))
                                    .id();
                    audit.note(caller.name(), screen.store().id(), "task", String.valueOf(id));
                });
    }

    /** Sets the plan of the next month as its goals. */
    @PostMapping(ONE + "/plan")
    @Access(Role.MANAGER)
    ModelAndView plan(Screen screen, Caller caller, Asked asked) {
        Review review = review(screen.store(), asked);
        return did(
                screen,
                review,
                "review_plan",
                () -> {
                    String month =
                            book.takeOver(screen.store(), review, caller.name()).month().toString();
                    audit.note(caller.name(), screen.store().id(), "goal.plan", month);
                });
    }

    private ModelAndView did(Screen screen, Review review, String done, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView(
                    "redirect:" + screen.address(review.address()) + "?done=" + done);
        } catch (RotinaException e) {
            return screen.refuse("review", reading.view(screen, review), e);
        }
    }

    private Review review(Store store, Asked asked) {
        return reading.review(store, asked.cadence(), asked.period());
    }

    private static String name(Review review, String ending) {
        return "review-" + review.figures().report().fileName(ending);
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
