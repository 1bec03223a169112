package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.DayWeights;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST = 200;

    private final Metrics metrics;
    private final Warehouse warehouse;
    private final Map<String, CommercialCalendar> calendars = new ConcurrentHashMap<>();
    private final Map<Lesson, DayWeights> learned =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Lesson, DayWeights> eldest) {
                    return size() > MOST;
                }
            };

    Seasons(Metrics metrics, Warehouse warehouse) {
        this.metrics = metrics;
        this.warehouse = warehouse;
    }

    /** What weights rest on. */
    private record Lesson(Store store, Aim aim, String dataVersion) {}

    public CommercialCalendar calendar(Store store) {
        return calendars.computeIfAbsent(country(store), CommercialCalendar::of);
    }

    /** What days weigh, by what was known before the month. */
    public DayWeights weights(Store store, Aim aim) {
        Lesson lesson = new Lesson(store, aim, warehouse.version(store.id()));
        @Nullable DayWeights known;
        synchronized (learned) {
            known = learned.get(lesson);
        }
        if (known != null) {
            return known;
        }
        DayWeights weights =
                DayWeights.before(aim.month(), calendar(store), daily(store, aim, before(aim)));
        synchronized (learned) {
            learned.put(lesson, weights);
        }
        return weights;
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
