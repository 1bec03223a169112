package app.rotina.report;

import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.report.PlanningColumns.OrderLines;
import app.rotina.report.PlanningColumns.Ticket;
import app.rotina.report.SheetColumn.Unit;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.Seasons;
import app.rotina.state.Goals;
import app.rotina.state.Notes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The planning sheet of a store's month, filled from goals and figures. */
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
    private final Seasons seasons;

    PlanningSheets(Catalog catalog, Metrics metrics, Goals goals, Notes notes, Seasons seasons) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.goals = goals;
        this.notes = notes;
        this.seasons = seasons;
    }

    /**
     * The sheet as it stands.
     *
     * @param through the last day whose figures are complete
     */
    public SheetModel of(Store store, YearMonth month, LocalDate through) {
        return of(
                store,
                month,
                new Filling(through, goals.of(store.id(), month), Texts.of(store.locale())));
    }

    /**
     * What a sheet is filled from.
     *
     * @param through the last day whose figures are complete
     * @param plan the goals of the month, as they are or as they would be
     * @param texts in whose language its columns are called
     */
    public record Filling(LocalDate through, List<MonthGoal> plan, Texts texts) {}

    /** The sheet filled from these. */
    public SheetModel of(Store store, YearMonth month, Filling filling) {
        List<MonthGoal> set = filling.plan();
        LocalDate through = filling.through();
        List<SheetColumn> columns = columns(store, set, filling.texts());
        SheetMonth figures =
                new SheetMonth(
                        set.stream().collect(Collectors.toMap(PlanKey::of, goal -> goal)),
                        actuals(store, columns, month),
                        through,
                        seasons.calendar(store),
                        key -> seasons.weights(store, aim(key, month)),
                        key -> seasons.ahead(store, aim(key, month), through));
        List<SheetRow> rows =
                Days.of(month).stream()
                        .map(day -> new SheetRow(day, figures.on(day, columns), note(store, day)))
                        .toList();
        return new SheetModel(
                store.id(), store.name(), store.locale(), store.currency(), month, columns, rows);
    }

    private static Aim aim(PlanKey key, YearMonth month) {
        return new Aim(key.metric(), key.channel(), month);
    }

    /** What is planned of channels stands behind the store's own columns. */
    private List<SheetColumn> columns(Store store, List<MonthGoal> set, Texts texts) {
        String revenue = store.basis().metric();
        Ticket ticket =
                revenue.equals("placed_revenue")
                        ? new Ticket("placed_revenue", "orders")
                        : new Ticket("recognised_revenue", "recognised_orders");
        List<SheetColumn> columns =
                new ArrayList<>(
                        new PlanningColumns(
                                        revenue,
                                        ticket,
                                        LINES,
                                        TRAFFIC,
                                        id -> catalog.of(id).label(texts))
                                .all());
        List<MonthGoal> channels = set.stream().filter(goal -> goal.channel() != null).toList();
        channels.forEach(goal -> columns.add(channel(goal, texts)));
        channels.stream()
                .map(MonthGoal::metric)
                .distinct()
                .filter(metric -> columns.stream().anyMatch(one -> one.metric().equals(metric)))
                .forEach(metric -> columns.add(rest(metric, channels, texts)));
        return columns;
    }

    private SheetColumn channel(MonthGoal goal, Texts texts) {
        String channel = Objects.requireNonNull(goal.channel());
        String label =
                texts.say(
                        "report.sheet.channel",
                        catalog.of(goal.metric()).label(texts),
                        texts.say("value.channel." + channel));
        return SheetColumn.entered(PlanKey.of(goal).toString(), label, unit(goal.metric()));
    }

    private SheetColumn rest(String metric, List<MonthGoal> channels, Texts texts) {
        List<String> parts =
                channels.stream()
                        .filter(goal -> goal.metric().equals(metric))
                        .map(goal -> PlanKey.of(goal).toString())
                        .toList();
        return new SheetColumn(
                new PlanKey(metric, "").toString(),
                texts.say("report.sheet.rest", catalog.of(metric).label(texts)),
                unit(metric),
                new SheetColumn.RestOf(metric, parts));
    }

    private Unit unit(String metric) {
        return catalog.of(metric).unit() == Metric.Unit.MONEY ? Unit.MONEY : Unit.COUNT;
    }

    private Map<PlanKey, Map<LocalDate, BigDecimal>> actuals(
            Store store, List<SheetColumn> columns, YearMonth month) {
        Days days = new Days(month.atDay(1).minusWeeks(WEEKS_OF_HISTORY), month.atEndOfMonth());
        List<PlanKey> keys =
                columns.stream()
                        .filter(SheetColumn::isEntered)
                        .map(column -> PlanKey.of(column.metric()))
                        .toList();
        List<String> whole =
                keys.stream().filter(key -> key.channel() == null).map(PlanKey::metric).toList();
        List<LocalDate> dates = days.stream().toList();
        Daily daily = metrics.daily(store, whole, dates);
        Map<PlanKey, Map<LocalDate, BigDecimal>> actuals = new HashMap<>();
        for (PlanKey key : keys) {
            if (key.channel() == null) {
                Map<LocalDate, BigDecimal> known = new HashMap<>();
                dates.forEach(day ->
                        daily.on(day, key.metric())
                                .known()
                                .ifPresent(value -> known.put(day, value)));
                actuals.put(key, known);
            } else {
                Aim aim = new Aim(key.metric(), key.channel(), month);
                actuals.put(key, seasons.daily(store, aim, days));
            }
        }
        return actuals;
    }

    private String note(Store store, LocalDate day) {
        return notes.between(store.id(), day, day).stream()
                .map(Notes.DayNote::text)
                .collect(Collectors.joining(" · "));
    }
}
