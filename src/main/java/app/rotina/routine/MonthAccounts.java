package app.rotina.routine;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.goals.Pace;
import app.rotina.kernel.Apportion;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.MonthAccount.Compared;
import app.rotina.routine.MonthAccount.EventAhead;
import app.rotina.routine.MonthAccount.Stage;
import app.rotina.routine.MonthOutlooks.Asked;
import app.rotina.state.Goals;
import app.rotina.state.StoreSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Draws up a store's month. */
@Component
public final class MonthAccounts {
    private static final MetricValue NOT_YET = MetricValue.missing("not_yet");

    private final Catalog catalog;
    private final Metrics metrics;
    private final Goals goals;
    private final Seasons seasons;
    private final MonthOutlooks outlooks;
    private final StoreSettings settings;

    MonthAccounts(
            Catalog catalog,
            Metrics metrics,
            Goals goals,
            Seasons seasons,
            MonthOutlooks outlooks,
            StoreSettings settings) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.goals = goals;
        this.seasons = seasons;
        this.outlooks = outlooks;
        this.settings = settings;
    }

    /** The month as known now: up to yesterday, or its end. */
    public MonthAccount of(Store store, YearMonth month) {
        MonthOutlook outlook = outlooks.of(store, new Asked(month, null, null));
        return new Drawing(
                        store,
                        outlook,
                        new Targets(goals.of(store.id(), month), List.of()),
                        metrics.daily(
                                store, List.of(outlook.metric()), Days.of(month).stream().toList()))
                .account();
    }

    private final class Drawing {
        private final Store store;
        private final MonthOutlook outlook;
        private final Targets targets;
        private final Daily daily;
        private final int decimals;
        private final Map<LocalDate, BigDecimal> expected;

        Drawing(Store store, MonthOutlook outlook, Targets targets, Daily daily) {
            this.store = store;
            this.outlook = outlook;
            this.targets = targets;
            this.daily = daily;
            this.decimals = outlooks.decimals(store, outlook.metric());
            this.expected = expected();
        }

        MonthAccount account() {
            MonthStanding standing = standing();
            return new MonthAccount(
                    stage(),
                    outlook,
                    standing,
                    Math.toIntExact(standing.days().stream().filter(this::isDark).count()),
                    expected,
                    new MonthWeeks(standing.days(), expected, settings.weekStart(store.id())).all(),
                    new MonthChannels(metrics, store, outlook, targets).all(),
                    new MonthDrivers(catalog, metrics, outlooks, seasons, store, outlook).all(),
                    events(),
                    compared(outlook.month().minusMonths(1)),
                    compared(outlook.month().minusYears(1)));
        }

        private Stage stage() {
            if (outlook.asOf().isBefore(first())) {
                return Stage.AHEAD;
            }
            return outlook.asOf().equals(end()) ? Stage.OVER : Stage.RUNNING;
        }

        private boolean isDark(MonthDay day) {
            return !day.date().isAfter(outlook.asOf()) && day.actual().known().isEmpty();
        }

        private Map<LocalDate, BigDecimal> expected() {
            SortedMap<LocalDate, BigDecimal> days = outlooks.byDay(store, aim(), outlook.asOf());
            Optional<BigDecimal> rest =
                    outlook.outlook()
                            .projection()
                            .known()
                            .map(end -> end.subtract(known(outlook.toDate())));
            if (days.isEmpty() || rest.isEmpty()) {
                return Map.of();
            }
            Iterator<BigDecimal> parts =
                    Apportion.round(List.copyOf(days.values()), rest.get(), decimals).iterator();
            Map<LocalDate, BigDecimal> exact = new LinkedHashMap<>();
            days.keySet().forEach(day -> exact.put(day, parts.next()));
            return exact;
        }

        private MonthStanding standing() {
            Optional<MonthGoal> goal = targets.whole(outlook.metric());
            Map<LocalDate, BigDecimal> byDay = new TreeMap<>();
            goal.map(MonthGoal::days)
                    .orElse(List.of())
                    .forEach((DayTarget day) -> byDay.put(day.date(), day.value()));
            MetricValue done = MetricValue.known(known(outlook.toDate()));
            Optional<Pace> pace = goal.map(one -> Pace.of(one, done, outlook.asOf(), byDay));
            return new MonthStanding(
                    outlook.toDate(),
                    outlook.goal(),
                    outlook.outlook(),
                    pace.map(Pace::mean).map(this::rounded).orElse(Targets.NO_GOAL),
                    pace.map(Pace::tomorrow).map(this::rounded).orElse(Targets.NO_GOAL),
                    Days.of(outlook.month()).stream()
                            .map(day ->
                                    new MonthDay(
                                            day,
                                            Optional.ofNullable(byDay.get(day))
                                                    .map(MetricValue::known)
                                                    .orElse(Targets.NO_GOAL),
                                            actual(day)))
                            .toList());
        }

        private MetricValue actual(LocalDate day) {
            return day.isAfter(outlook.asOf()) ? NOT_YET : daily.on(day, outlook.metric());
        }

        private List<EventAhead> events() {
            Map<String, BigDecimal> effects = seasons.weights(store, aim()).events();
            return seasons.calendar(store).in(Days.of(outlook.month())).stream()
                    .map(one ->
                            new EventAhead(
                                    one,
                                    effects.getOrDefault(one.event().id(), one.event().prior())))
                    .toList();
        }

        /** The same part of another month; the known days decide how far this one is. */
        private Compared compared(YearMonth other) {
            LocalDate last =
                    daily
                            .known(Days.of(outlook.month()).stream().toList(), outlook.metric())
                            .stream()
                            .filter(day -> !day.isAfter(outlook.asOf()))
                            .max(LocalDate::compareTo)
                            .orElse(first());
            boolean whole = stage() != Stage.RUNNING;
            int elapsed = Math.min(last.getDayOfMonth(), other.lengthOfMonth());
            Days days = whole ? Days.of(other) : new Days(other.atDay(1), other.atDay(elapsed));
            boolean known = !days.to().isAfter(outlook.asOf());
            return new Compared(
                    days,
                    known ? metrics.value(store, outlook.metric(), days) : NOT_YET,
                    stage() == Stage.AHEAD ? outlook.outlook().projection() : outlook.toDate());
        }

        private MetricValue rounded(MetricValue value) {
            return value.known()
                    .map(one -> MetricValue.known(one.setScale(decimals, RoundingMode.HALF_UP)))
                    .orElse(value);
        }

        private Aim aim() {
            return new Aim(outlook.metric(), null, outlook.month());
        }

        private LocalDate first() {
            return outlook.month().atDay(1);
        }

        private LocalDate end() {
            return outlook.month().atEndOfMonth();
        }
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElse(BigDecimal.ZERO);
    }
}
