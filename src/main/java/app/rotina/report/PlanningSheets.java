package app.rotina.report;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.DayTarget;
import app.rotina.goals.DayWeights;
import app.rotina.goals.MonthGoal;
import app.rotina.insight.WeekdayProjection;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.report.PlanningColumns.OrderLines;
import app.rotina.report.PlanningColumns.Ticket;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.Seasons;
import app.rotina.state.Goals;
import app.rotina.state.Notes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The planning sheet of a store's month: filled from goals and figures, and taken back as new day
 * targets once a person has confirmed the changes.
 */
@Component
public final class PlanningSheets {
    private static final int WEEKS_OF_HISTORY = 30;
    private static final OrderLines LINES =
            new OrderLines(
                    List.of("site_orders", "chat_orders", "recovered_orders"),
                    List.of("outside_orders"));
    private static final List<String> TRAFFIC = List.of("site_visits", "conversations");

    private final Catalog catalog;
    private final Metrics metrics;
    private final Goals goals;
    private final Notes notes;
    private final GoalSetting setting;
    private final Seasons seasons;

    PlanningSheets(
            Catalog catalog,
            Metrics metrics,
            Goals goals,
            Notes notes,
            GoalSetting setting,
            Seasons seasons) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.goals = goals;
        this.notes = notes;
        this.setting = setting;
        this.seasons = seasons;
    }

    /**
     * The sheet as it stands.
     *
     * @param through the last day whose figures are complete
     */
    public SheetModel of(Store store, YearMonth month, LocalDate through) {
        List<SheetColumn> columns = columns(store);
        List<String> ids = columns.stream().map(SheetColumn::metric).toList();
        LocalDate first = month.atDay(1).minusWeeks(WEEKS_OF_HISTORY);
        List<LocalDate> days = new Days(first, month.atEndOfMonth()).stream().toList();
        Daily daily = metrics.daily(store, ids, days);
        Map<String, MonthGoal> plans =
                goals.whole(store.id(), month).stream()
                        .collect(Collectors.toMap(MonthGoal::metric, goal -> goal));
        Month whole =
                new Month(
                        daily,
                        plans,
                        histories(daily, ids, days, through),
                        through,
                        seasons.calendar(store),
                        id -> seasons.weights(store, new Aim(id, null, month)));
        List<SheetRow> rows =
                Days.of(month).stream()
                        .map(day -> new SheetRow(day, whole.figures(ids, day), note(store, day)))
                        .toList();
        return new SheetModel(
                store.id(), store.name(), store.locale(), store.currency(), month, columns, rows);
    }

    private List<SheetColumn> columns(Store store) {
        Texts texts = Texts.of(store.locale());
        String revenue = store.basis().metric();
        Ticket ticket =
                revenue.equals("placed_revenue")
                        ? new Ticket("placed_revenue", "orders")
                        : new Ticket("recognised_revenue", "recognised_orders");
        return new PlanningColumns(
                        revenue, ticket, LINES, TRAFFIC, id -> catalog.of(id).label(texts))
                .all();
    }

    private static Map<String, Map<LocalDate, BigDecimal>> histories(
            Daily daily, List<String> ids, List<LocalDate> days, LocalDate through) {
        Map<String, Map<LocalDate, BigDecimal>> histories = new HashMap<>();
        for (String id : ids) {
            Map<LocalDate, BigDecimal> history = new HashMap<>();
            for (LocalDate day : days) {
                if (!day.isAfter(through)) {
                    daily.on(day, id).known().ifPresent(value -> history.put(day, value));
                }
            }
            histories.put(id, history);
        }
        return histories;
    }

    private String note(Store store, LocalDate day) {
        return notes.between(store.id(), day, day).stream()
                .map(Notes.DayNote::text)
                .collect(Collectors.joining(" · "));
    }

    /** What a month's figures are taken from. */
    private record Month(
            Daily daily,
            Map<String, MonthGoal> plans,
            Map<String, Map<LocalDate, BigDecimal>> histories,
            LocalDate through,
            CommercialCalendar calendar,
            Function<String, DayWeights> weights) {

        Map<String, SheetFigure> figures(List<String> ids, LocalDate day) {
            Map<String, SheetFigure> figures = new LinkedHashMap<>();
            ids.forEach(id -> figures.put(id, figure(id, day)));
            return figures;
        }

        private SheetFigure figure(String id, LocalDate day) {
            MetricValue plan =
                    Optional.ofNullable(plans.get(id))
                            .flatMap(goal -> goal.on(day))
                            .map(MetricValue::known)
                            .orElse(MetricValue.missing("no_goal"));
            boolean open = day.isAfter(through);
            return new SheetFigure(
                    plan,
                    open ? MetricValue.missing("not_yet") : daily.on(day, id),
                    open ? expected(id, day) : MetricValue.missing("not_yet"));
        }

        private MetricValue expected(String id, LocalDate day) {
            return new WeekdayProjection(
                            histories.getOrDefault(id, Map.of()),
                            one -> calendar.main(one).isEmpty(),
                            one -> effect(id, one))
                    .day(day, through);
        }

        private BigDecimal effect(String id, LocalDate day) {
            return calendar.main(day).isEmpty() ? BigDecimal.ONE : weights.apply(id).effect(day);
        }
    }

    /**
     * Makes the changes of a sheet the plan; closed days keep the target they were told against.
     */
    public void take(Store store, YearMonth month, List<SheetChange> changes, String who) {
        Map<String, List<SheetChange>> byMetric =
                changes.stream().collect(Collectors.groupingBy(SheetChange::metric));
        LocalDate openFrom = setting.openFrom(store, month);
        for (SheetChange change : changes) {
            if (change.date().isBefore(openFrom)) {
                throw new RotinaException(Problem.DAY_CLOSED, change.date().toString());
            }
        }
        List<MonthGoal> changed = new ArrayList<>();
        byMetric.forEach((metric, edits) -> changed.add(edited(store, month, metric, edits)));
        changed.forEach(goal -> goals.keep(goal, who));
    }

    private MonthGoal edited(Store store, YearMonth month, String metric, List<SheetChange> edits) {
        Map<LocalDate, BigDecimal> values = new HashMap<>();
        for (SheetChange edit : edits) {
            values.put(edit.date(), edit.after() == null ? BigDecimal.ZERO : edit.after());
        }
        Optional<MonthGoal> before = goals.find(store.id(), metric, null, month);
        List<DayTarget> days =
                Days.of(month).stream().map(day -> target(day, values, before)).toList();
        BigDecimal sum =
                days.stream().map(DayTarget::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MonthGoal(
                store.id(),
                metric,
                null,
                month,
                sum.setScale(scale(days), RoundingMode.HALF_UP),
                days);
    }

    private static int scale(List<DayTarget> days) {
        return days.stream().mapToInt(day -> day.value().scale()).max().orElse(0);
    }

    private static DayTarget target(
            LocalDate day, Map<LocalDate, BigDecimal> values, Optional<MonthGoal> before) {
        if (values.containsKey(day)) {
            return new DayTarget(day, values.getOrDefault(day, BigDecimal.ZERO), true);
        }
        return before.flatMap(
                        goal -> goal.days().stream().filter(d -> d.date().equals(day)).findFirst())
                .orElse(new DayTarget(day, BigDecimal.ZERO, false));
    }
}
