package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.DayWeights;
import app.rotina.insight.projection.DailyModel;
import app.rotina.insight.projection.DailySeries;
import app.rotina.insight.projection.Occasion;
import app.rotina.insight.projection.Projection;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A store's year: the calendar it lives by, and what its own days taught about weekdays and events.
 * What was learned is kept as long as the store's data stay the same.
 */
@Component
public final class Seasons {
    private static final int YEARS_OF_HISTORY = 3;
    private static final int LONGEST_OUTLOOK = 62; // a month and the days before it that are due

    private final Metrics metrics;
    private final Warehouse warehouse;
    private final Campaigns campaigns;
    private final Map<String, CommercialCalendar> calendars = new ConcurrentHashMap<>();
    private final Memo<Lesson, DayWeights> learned = new Memo<>();
    private final Memo<Ahead, Optional<Projection>> outlooks = new Memo<>();

    Seasons(Metrics metrics, Warehouse warehouse, Campaigns campaigns) {
        this.metrics = metrics;
        this.warehouse = warehouse;
        this.campaigns = campaigns;
    }

    /** What weights rest on. */
    private record Lesson(Store store, Aim aim, String dataVersion) {}

    /** What an outlook rests on. */
    private record Ahead(Lesson lesson, LocalDate through, Set<LocalDate> campaigns) {}

    public CommercialCalendar calendar(Store store) {
        return calendars.computeIfAbsent(country(store), CommercialCalendar::of);
    }

    /** What days weigh, by what was known before the month. */
    public DayWeights weights(Store store, Aim aim) {
        return learned.of(
                lesson(store, aim),
                () ->
                        DayWeights.before(
                                aim.month(), calendar(store), daily(store, aim, before(aim))));
    }

    /**
     * What the days of the goal's month will bring that are not known at the end of a day; empty:
     * none is left, or there is too little to learn from.
     */
    public Optional<Projection> ahead(Store store, Aim aim, LocalDate through) {
        Ahead ahead = new Ahead(lesson(store, aim), through, campaigns.days(store.id()));
        return outlooks.of(ahead, () -> project(ahead));
    }

    private Optional<Projection> project(Ahead ahead) {
        Store store = ahead.lesson().store();
        Aim aim = ahead.lesson().aim();
        LocalDate through = ahead.through();
        Days history = new Days(through.minusYears(YEARS_OF_HISTORY), through);
        SortedMap<LocalDate, BigDecimal> known = new TreeMap<>(daily(store, aim, history));
        LocalDate end = aim.month().atEndOfMonth();
        if (known.isEmpty() || !known.lastKey().isBefore(end)) {
            return Optional.empty();
        }
        int days = Math.toIntExact(known.lastKey().until(end, ChronoUnit.DAYS));
        return days > LONGEST_OUTLOOK
                ? Optional.empty()
                : new DailyModel(
                                DailySeries.of(known),
                                day -> occasions(store, day, ahead.campaigns()))
                        .next(days)
                        .map(all -> all.from(aim.month().atDay(1)));
    }

    /** What is known of a day beforehand: the calendar's occasion, and the store's own campaign. */
    private List<Occasion> occasions(Store store, LocalDate day, Set<LocalDate> campaigns) {
        List<Occasion> occasions = new ArrayList<>();
        calendar(store)
                .main(day)
                .map(event -> Occasion.of(event.id(), event.prior()))
                .ifPresent(occasions::add);
        if (campaigns.contains(day)) {
            occasions.add(Campaigns.OCCASION);
        }
        return occasions;
    }

    private Lesson lesson(Store store, Aim aim) {
        return new Lesson(store, aim, warehouse.version(store.id()));
    }

    /** The known days of what a goal is on. */
    public Map<LocalDate, BigDecimal> daily(Store store, Aim aim, Days days) {
        @Nullable String channel = aim.channel();
        Question question =
                new Question(
                        List.of(aim.metric()),
                        List.of("day"),
                        days,
                        channel == null ? Map.of() : Map.of("channel", channel));
        Map<LocalDate, BigDecimal> daily = new HashMap<>();
        for (Answer.Row row : metrics.answer(store, question).rows()) {
            row.values()
                    .getOrDefault(aim.metric(), MetricValue.missing(""))
                    .known()
                    .ifPresent(value ->
                            daily.put(LocalDate.parse(row.keys().getOrDefault("day", "")), value));
        }
        return daily;
    }

    boolean hasChannels(Store store, String metric) {
        return metrics.has(store, metric, "channel");
    }

    private static Days before(Aim aim) {
        LocalDate end = aim.month().atDay(1).minusDays(1);
        return new Days(end.minusYears(YEARS_OF_HISTORY), end);
    }

    /** The country whose commercial year the store lives by: its language's, else its money's. */
    private static String country(Store store) {
        String country = store.locale().getCountry();
        return country.isEmpty() ? store.currency().getCurrencyCode().substring(0, 2) : country;
    }
}
