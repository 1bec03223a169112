package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.insight.effect.Trial;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.state.Action;
import app.rotina.state.Action.Place;
import app.rotina.state.Actions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The daily figures of what an action touched, and of what it did not. */
@Component
final class TouchedDays {
    private static final int MOST_CONTROLS = 20;

    private final Metrics metrics;
    private final Seasons seasons;
    private final Actions actions;

    TouchedDays(Metrics metrics, Seasons seasons, Actions actions) {
        this.metrics = metrics;
        this.seasons = seasons;
        this.actions = actions;
    }

    /**
     * The touched part beside untouched ones.
     *
     * @param dimension what the parts are values of; empty: the action touched the whole store
     * @param daily the figures of single days of the whole store; of parts, their sums by day
     * @param controls value → its figures by day
     */
    record Beside(
            Action action,
            Days days,
            String dimension,
            Figures daily,
            Map<String, Map<LocalDate, Double>> controls,
            CommercialCalendar calendar) {}

    /** The figure of days put together; a rate is its numerators' sum by its denominators'. */
    interface Figures {
        MetricValue mean(List<LocalDate> days);
    }

    Beside of(Store store, Action action, Days days) {
        CommercialCalendar calendar = seasons.calendar(store);
        if (action.where().isEmpty()) {
            List<LocalDate> all = days.stream().toList();
            Daily daily = metrics.daily(store, List.of(action.metric()), all);
            Figures figures = some -> daily.mean(some, action.metric());
            return new Beside(action, days, "", figures, Map.of(), calendar);
        }
        return parts(
                new Part(store, action, days, split(action.where()), filters(action.where())),
                calendar);
    }

    /** The question of one part: which dimension is split, and what else holds. */
    private record Part(
            Store store, Action action, Days days, String dimension, Map<String, String> filters) {

        Set<String> values() {
            return action.where().stream()
                    .filter(place -> place.dimension().equals(dimension))
                    .map(Place::value)
                    .collect(Collectors.toSet());
        }
    }

    private Beside parts(Part part, CommercialCalendar calendar) {
        Map<LocalDate, Double> touched = new TreeMap<>();
        for (String value : part.values()) {
            daily(part, value).forEach((day, figure) -> touched.merge(day, figure, Double::sum));
        }
        Map<String, Map<LocalDate, Double>> controls = new LinkedHashMap<>();
        for (String value : untouched(part)) {
            Map<LocalDate, Double> daily = daily(part, value);
            if (isSteady(daily, touched.keySet())) {
                controls.put(value, daily);
            }
        }
        return new Beside(
                part.action(), part.days(), part.dimension(), figures(touched), controls, calendar);
    }

    /** Known on all of these days, and sold on every second of them. */
    private static boolean isSteady(Map<LocalDate, Double> daily, Set<LocalDate> days) {
        long sold = days.stream().filter(day -> daily.getOrDefault(day, 0.0) != 0).count();
        return daily.keySet().containsAll(days) && 2 * sold >= days.size();
    }

    /** The largest values before the action that neither it nor another one touched. */
    private List<String> untouched(Part part) {
        Set<String> hit = new HashSet<>(part.values());
        for (Action other : actions.of(part.store().id())) {
            if (overlap(other, part.days().to(), part.action().from())) {
                other.where().stream()
                        .filter(place -> place.dimension().equals(part.dimension()))
                        .forEach(place -> hit.add(place.value()));
            }
        }
        String metric = part.action().metric();
        Days before = new Days(part.days().from(), part.action().from().minusDays(1));
        return answer(part, List.of(part.dimension()), before, part.filters()).rows().stream()
                .filter(row -> !hit.contains(row.keys().getOrDefault(part.dimension(), "")))
                .filter(row -> amount(row, metric).signum() > 0)
                .sorted(Comparator.comparing((Answer.Row row) -> amount(row, metric)).reversed())
                .limit(MOST_CONTROLS)
                .map(row -> row.keys().getOrDefault(part.dimension(), ""))
                .toList();
    }

    private static boolean overlap(Action other, LocalDate to, LocalDate from) {
        return !other.from().isAfter(to) && (other.to() == null || !other.to().isBefore(from));
    }

    private static BigDecimal amount(Answer.Row row, String metric) {
        return row.values()
                .getOrDefault(metric, MetricValue.missing(""))
                .known()
                .orElse(BigDecimal.ZERO);
    }

    private Map<LocalDate, Double> daily(Part part, String value) {
        Map<String, String> where = new TreeMap<>(part.filters());
        where.put(part.dimension(), value);
        Map<LocalDate, Double> daily = new TreeMap<>();
        for (Answer.Row row : answer(part, List.of("day"), part.days(), where).rows()) {
            row.values()
                    .getOrDefault(part.action().metric(), MetricValue.missing(""))
                    .known()
                    .ifPresent(known ->
                            daily.put(
                                    LocalDate.parse(row.keys().getOrDefault("day", "")),
                                    Trial.figure(known)));
        }
        return daily;
    }

    private Answer answer(Part part, List<String> by, Days days, Map<String, String> where) {
        return metrics.answer(
                part.store(), new Question(List.of(part.action().metric()), by, days, where));
    }

    private static Figures figures(Map<LocalDate, Double> daily) {
        return days -> {
            List<LocalDate> known = days.stream().filter(daily::containsKey).toList();
            return known.isEmpty()
                    ? MetricValue.missing("no_history")
                    : MetricValue.known(BigDecimal.valueOf(mean(daily, known)));
        };
    }

    static double mean(Map<LocalDate, Double> daily, List<LocalDate> days) {
        return days.stream().mapToDouble(day -> daily.getOrDefault(day, 0.0)).average().orElse(0);
    }

    /** The dimension with several touched values; with one value each, the first. */
    private static String split(List<Place> where) {
        Map<String, Long> counts =
                where.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Place::dimension, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static Map<String, String> filters(List<Place> where) {
        String split = split(where);
        Map<String, String> filters = new TreeMap<>();
        for (Place place : where) {
            boolean filter = !place.dimension().equals(split);
            if (filter && filters.put(place.dimension(), place.value()) != null) {
                throw new RotinaException(
                        Problem.ACTION_PLACES, place.dimension() + "=" + place.value());
            }
        }
        return filters;
    }

    /** Refuses parts that have several values in several dimensions. */
    static void requireOneSplit(List<Place> where) {
        if (!where.isEmpty()) {
            filters(where);
        }
    }
}
