package app.rotina.report;

import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.report.Report.DatedNote;
import app.rotina.report.Report.Month;
import app.rotina.report.Report.NextMonth;
import app.rotina.routine.Closing;
import app.rotina.routine.DailyClose;
import app.rotina.routine.Explaining;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.GoalSuggestions;
import app.rotina.routine.MonthOutlook;
import app.rotina.routine.MonthOutlooks;
import app.rotina.routine.SpanWhy;
import app.rotina.routine.TodayWork;
import app.rotina.state.Goals;
import app.rotina.state.Notes;
import app.rotina.state.StoreSettings;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts reports together from the close, the metrics and the goals; keeps nothing. */
@Component
public final class Reports {
    private final Closing closing;
    private final Explaining explaining;
    private final MonthOutlooks outlooks;
    private final GoalSuggestions suggestions;
    private final ReportActions actions;
    private final SpanLines spans;
    private final Metrics metrics;
    private final Goals goals;
    private final Notes notes;
    private final TodayWork work;
    private final Warehouse warehouse;
    private final StoreSettings settings;
    private final Clock clock;

    Reports(
            Closing closing,
            Explaining explaining,
            MonthOutlooks outlooks,
            GoalSuggestions suggestions,
            ReportActions actions,
            SpanLines spans,
            Metrics metrics,
            Goals goals,
            Notes notes,
            TodayWork work,
            Warehouse warehouse,
            StoreSettings settings,
            Clock clock) {
        this.closing = closing;
        this.explaining = explaining;
        this.outlooks = outlooks;
        this.suggestions = suggestions;
        this.actions = actions;
        this.spans = spans;
        this.metrics = metrics;
        this.goals = goals;
        this.notes = notes;
        this.work = work;
        this.warehouse = warehouse;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The period that is meant.
     *
     * @param day any day of it; absence: the last one that is over and has data
     */
    public ReportPeriod period(Store store, ReportKind kind, @Nullable LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        LocalDate yesterday = today.minusDays(1);
        LocalDate end =
                warehouse
                        .dataThrough(store.id())
                        .filter(last -> last.isBefore(yesterday))
                        .orElse(yesterday);
        ReportPeriod.Now now = new ReportPeriod.Now(today, end, settings.weekStart(store.id()));
        if (day == null) {
            return ReportPeriod.lastComplete(kind, now);
        }
        if (day.isAfter(today)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, day);
        }
        return ReportPeriod.around(kind, day, now);
    }

    public Report of(Store store, ReportPeriod period) {
        DailyClose last =
                period.kind() == ReportKind.DAILY
                        ? closing.look(store, period.through())
                        : closing.glance(store, period.through());
        MonthOutlook outlook =
                outlooks.of(
                        store,
                        new MonthOutlooks.Asked(
                                YearMonth.from(period.through()),
                                last.goalMetric(),
                                period.through()));
        return new Assembly(store, period, last, outlook).report();
    }

    /** What a period brought of the store's goal, and what its days were to bring. */
    public Report.Line brief(Store store, ReportPeriod period) {
        String basis = store.basis().metric();
        List<String> set =
                goals.whole(store.id(), YearMonth.from(period.through())).stream()
                        .map(MonthGoal::metric)
                        .toList();
        String metric = set.isEmpty() || set.contains(basis) ? basis : set.getFirst();
        return new Report.Line(
                metric,
                metrics.value(store, metric, period.days()),
                new ReportGoals(goals, store).sum(period.days(), metric, null),
                List.of());
    }

    /** One report being put together. */
    private final class Assembly {
        private final Store store;
        private final ReportPeriod period;
        private final DailyClose last;
        private final MonthOutlook outlook;
        private final ReportGoals set;

        Assembly(Store store, ReportPeriod period, DailyClose last, MonthOutlook outlook) {
            this.store = store;
            this.period = period;
            this.last = last;
            this.outlook = outlook;
            this.set = new ReportGoals(goals, store);
        }

        Report report() {
            boolean single = period.kind() == ReportKind.DAILY;
            Told told = single ? ofDay() : ofSpan();
            return new Report(
                    store,
                    period,
                    told.headline(),
                    told.lines().compared(),
                    told.lines().all(),
                    told.why(),
                    told.leftOut(),
                    new Month(outlook.month(), period.through(), last.month()),
                    new ReportChannels(metrics, store, set, outlook).of(period, metric()),
                    new ReportDays(metrics, store, set).of(period.days(), metric()),
                    single ? List.of() : new ReportProducts(metrics, store).of(period, metric()),
                    last.changes(),
                    actions.of(store, period),
                    work.of(store, period.through()),
                    outlook.drivers(),
                    next(),
                    written());
        }

        private String metric() {
            return last.goalMetric();
        }

        private Told ofDay() {
            return new Told(
                    ReportLines.ofDay(last, warehouse.dataThrough(store.id()).orElse(null)),
                    ReportLines.of(last),
                    last.why(),
                    List.of());
        }

        private Told ofSpan() {
            SpanWhy why = explaining.explain(store, period.days(), metric());
            ReportLines lines = spans.of(store, period, set);
            return new Told(
                    lines.ofSpan(last, warehouse.dataThrough(store.id()).orElse(null)),
                    lines,
                    why.why(),
                    why.leftOut());
        }

        private @Nullable NextMonth next() {
            if (period.kind() != ReportKind.MONTHLY) {
                return null;
            }
            YearMonth month = outlook.month().plusMonths(1);
            return new NextMonth(
                    month,
                    set.ofMonth(month, metric(), null),
                    suggestions.of(store, new Aim(metric(), null, month)).orElse(null));
        }

        private List<DatedNote> written() {
            Days days = period.days();
            return notes.between(store.id(), days.from(), days.to()).stream()
                    .map(note ->
                            new DatedNote(
                                    note.day(),
                                    new DailyClose.Note(
                                            note.id(), note.author(), note.at(), note.text())))
                    .toList();
        }
    }

    /** What a day and a span tell differently. */
    private record Told(
            Report.Headline headline,
            ReportLines lines,
            DailyClose.Why why,
            List<LocalDate> leftOut) {}
}
