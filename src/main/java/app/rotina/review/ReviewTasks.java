package app.rotina.review;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.report.ReportKind;
import app.rotina.review.Part.Kind;
import app.rotina.review.ToldReview.Item;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.state.Job;
import app.rotina.state.Task;
import app.rotina.state.TaskOrigins;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns what a review found into tasks, each once. */
@Component
public final class ReviewTasks {
    private static final String SEPARATOR = "#";
    private static final int MONEY_SCALE = 4;

    private final ReviewWriting writing;
    private final Checks checks;
    private final TaskOrigins origins;
    private final Clock clock;

    ReviewTasks(ReviewWriting writing, Checks checks, TaskOrigins origins, Clock clock) {
        this.writing = writing;
        this.checks = checks;
        this.origins = origins;
        this.clock = clock;
    }

    /** What is asked to be done: a part of the review, told in somebody's language. */
    public record Asked(String key, Locale locale, String who) {}

    /** The task of the part; asked again it is the same one. */
    public Task open(Store store, Review review, Asked asked) {
        Part part =
                Stream.of(review.judged().worked(), review.judged().failed())
                        .flatMap(parts -> parts.stream())
                        .filter(each -> each.key().equals(asked.key()))
                        .findFirst()
                        .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, asked.key()));
        Task.Draft draft =
                new Task.Draft(
                        title(review, asked), job(part), due(store, review), stake(review, part));
        return origins.open(
                store.id(), review.address() + SEPARATOR + asked.key(), draft, asked.who());
    }

    /** The tasks of the review, by the part's key. */
    public Map<String, Task> of(Store store, Review review) {
        String before = review.address() + SEPARATOR;
        Map<String, Task> tasks = new HashMap<>();
        origins.from(store.id(), before)
                .forEach((origin, task) -> tasks.put(origin.substring(before.length()), task));
        return tasks;
    }

    private String title(Review review, Asked asked) {
        return writing.told(review, asked.locale()).sections().stream()
                .flatMap(section -> section.groups().stream())
                .flatMap(group -> group.items().stream())
                .filter(item -> item.key().equals(asked.key()))
                .map(Item::task)
                .findFirst()
                .orElseThrow();
    }

    /** Whoever acts on what the checks find in that metric, or answers for that part of a store. */
    private Job job(Part part) {
        return checks.all().stream()
                .filter(check -> check.metric().filter(part.metric()::equals).isPresent())
                .filter(any -> part.kind() == Kind.DRIVER)
                .map(Check::job)
                .findFirst()
                .orElseGet(() -> byName(part));
    }

    private static Job byName(Part part) {
        String name =
                part.where().isEmpty() ? part.metric() : part.where().keySet().iterator().next();
        return switch (name) {
            case "sessions", "visitors", "ad_spend", "channel", "marketing_channel", "campaign" ->
                    Job.MARKETING;
            case "conversion_rate", "buyer_conversion_rate", "device" -> Job.DESIGN;
            case "approval_rate", "same_day_approval_rate", "late_approvals", "payment_method" ->
                    Job.FINANCE;
            case "refunds" -> Job.SERVICE_LEAD;
            case "product", "size", "colour" -> Job.PURCHASING;
            default -> Job.MANAGER;
        };
    }

    private LocalDate due(Store store, Review review) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        ReportKind kind = review.period().kind();
        return today.plusWeeks(
                switch (kind) {
                    case DAILY, WEEKLY -> 1;
                    case FORTNIGHTLY -> 2;
                    case MONTHLY -> 3;
                });
    }

    /** Of a day; an action's own metric may be no money. */
    private static BigDecimal stake(Review review, Part part) {
        int days = part.kind() == Kind.ACTION ? 7 : review.period().days().count();
        boolean money =
                part.kind() != Kind.ACTION
                        || part.metric().equals(review.figures().report().headline().metric());
        return money
                ? part.amount()
                        .abs()
                        .divide(BigDecimal.valueOf(days), MONEY_SCALE, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }
}
