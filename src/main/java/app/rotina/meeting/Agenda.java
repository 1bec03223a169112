package app.rotina.meeting;

import app.rotina.kernel.Formats;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.ReportPeriod;
import app.rotina.report.Reports;
import app.rotina.routine.MonthOutlook;
import app.rotina.routine.MonthOutlooks;
import app.rotina.routine.checks.Checks;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meeting.Kind;
import app.rotina.state.Meeting.Topic;
import app.rotina.state.Reviews;
import app.rotina.state.Suggestions;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What there is to speak about: the goal, the review, what is late or found, what people left. */
@Component
public final class Agenda {
    private static final int MOST_TASKS = 12;

    private final MonthOutlooks outlooks;
    private final Reports reports;
    private final Reviews reviews;
    private final Tasks tasks;
    private final Suggestions suggestions;
    private final Checks checks;
    private final Clock clock;

    Agenda(
            MonthOutlooks outlooks,
            Reports reports,
            Reviews reviews,
            Tasks tasks,
            Suggestions suggestions,
            Checks checks,
            Clock clock) {
        this.outlooks = outlooks;
        this.reports = reports;
        this.reviews = reviews;
        this.tasks = tasks;
        this.suggestions = suggestions;
        this.checks = checks;
        this.clock = clock;
    }

    /** Told in one language. */
    public List<Topic> of(Store store, Cadence cadence, Locale locale) {
        return new Told(store, cadence, Texts.of(locale), Formats.of(locale)).topics();
    }

    private final class Told {
        private final Store store;
        private final Cadence cadence;
        private final Texts texts;
        private final Formats formats;
        private final LocalDate today;

        Told(Store store, Cadence cadence, Texts texts, Formats formats) {
            this.store = store;
            this.cadence = cadence;
            this.texts = texts;
            this.formats = formats;
            this.today = LocalDate.ofInstant(clock.instant(), store.zone());
        }

        List<Topic> topics() {
            List<Topic> topics = new ArrayList<>();
            goal().ifPresent(topics::add);
            review().ifPresent(topics::add);
            List<Task> open = tasks.open(store.id());
            open.stream()
                    .sorted(Comparator.comparing(this::kind))
                    .limit(MOST_TASKS)
                    .map(this::task)
                    .forEach(topics::add);
            if (open.size() > MOST_TASKS) {
                String more = say("more", open.size() - MOST_TASKS);
                topics.add(new Topic(Kind.TASK, more, "", "/tasks"));
            }
            suggestions.open(store.id()).stream()
                    .map(one -> new Topic(Kind.SUGGESTION, one.body(), one.who(), ""))
                    .forEach(topics::add);
            return topics;
        }

        private Optional<Topic> goal() {
            MonthOutlook month =
                    outlooks.of(store, new MonthOutlooks.Asked(YearMonth.from(today), null, null));
            return month.toDate()
                    .known()
                    .map(sofar ->
                            new Topic(
                                    Kind.GOAL,
                                    say("goal", formats.month(month.month()), goal(month, sofar)),
                                    outlook(month),
                                    "/month"));
        }

        private String goal(MonthOutlook month, BigDecimal sofar) {
            return month.goal()
                    .known()
                    .map(goal -> say("goal.of", money(sofar), money(goal)))
                    .orElseGet(() -> money(sofar));
        }

        private String outlook(MonthOutlook month) {
            Optional<String> projected =
                    month.outlook().projection().known().map(end -> say("projection", money(end)));
            Optional<String> chance =
                    month.outlook()
                            .probability()
                            .known()
                            .map(p -> say("chance", formats.percent(p, 0)));
            return String.join(
                    " · ", Stream.of(projected, chance).flatMap(Optional::stream).toList());
        }

        private Optional<Topic> review() {
            ReportKind kind = ReportKind.of(cadence.name().toLowerCase(Locale.ROOT));
            ReportPeriod period = reports.period(store, kind, null);
            Report.Line brief = reports.brief(store, period);
            boolean signed =
                    reviews.signed(store.id()).stream()
                            .anyMatch(one ->
                                    one.cadence().equals(cadence.name())
                                            && one.from().equals(period.whole().from()));
            return brief.value()
                    .known()
                    .map(value ->
                            new Topic(
                                    Kind.REVIEW,
                                    texts.say("reviews.title." + kind.id())
                                            + " · "
                                            + formats.days(period.whole()),
                                    result(value, brief.target())
                                            + " · "
                                            + texts.say(
                                                    signed
                                                            ? "reviews.signed.short"
                                                            : "reviews.open"),
                                    "/reviews/" + kind.id() + "/" + period.whole().from()));
        }

        private String result(BigDecimal value, MetricValue target) {
            return target.known()
                    .map(goal ->
                            say(
                                    value.compareTo(goal) >= 0 ? "met" : "missed",
                                    formats.signedMoney(value.subtract(goal), store.currency())))
                    .orElseGet(() -> money(value));
        }

        /** What is late is spoken of first, then what was found. */
        private Kind kind(Task task) {
            @Nullable LocalDate due = task.due();
            if (due != null && due.isBefore(today)) {
                return Kind.OVERDUE;
            }
            return task.found() == null ? Kind.TASK : Kind.FINDING;
        }

        private Topic task(Task task) {
            @Nullable LocalDate due = task.due();
            List<String> details = new ArrayList<>();
            details.add(texts.say("checks.job." + task.job().id()));
            if (due != null) {
                details.add(texts.say("checks.due", formats.day(due)));
            }
            if (task.stake().signum() > 0) {
                details.add(texts.say("tasks.a_day", money(task.stake())));
            }
            return new Topic(
                    kind(task),
                    checks.title(task, texts),
                    String.join(" · ", details),
                    MeetingBook.TASKS + task.id());
        }

        private String money(BigDecimal amount) {
            return formats.money(amount, store.currency());
        }

        private String say(String key, Object... values) {
            return texts.say("meetings.agenda." + key, values);
        }
    }
}
