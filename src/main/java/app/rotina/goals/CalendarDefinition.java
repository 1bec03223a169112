package app.rotina.goals;

import app.rotina.goals.CalendarEvent.Kind;
import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A file of {@code calendars/}.
 *
 * @param weekdays what each weekday weighs before a store's own days tell
 * @param restDays the days of the week on which people do not work
 * @param workdays single rest days that are worked all the same
 */
record CalendarDefinition(
        String country,
        Map<DayOfWeek, BigDecimal> weekdays,
        Set<DayOfWeek> restDays,
        Set<LocalDate> workdays,
        List<EventRule> rules) {
    private static final String FOLDER = "calendars";

    static List<CalendarDefinition> all() {
        return Definitions.in(FOLDER).stream().map(CalendarDefinition::read).toList();
    }

    static CalendarDefinition of(String country) {
        return all().stream()
                .filter(one -> one.country.equals(country))
                .findFirst()
                .orElse(new CalendarDefinition(country, Map.of(), Set.of(), Set.of(), List.of()));
    }

    /** The events anchored in a year; dates the store set itself replace computed ones. */
    List<EventDays> year(int year, List<EventDays> own) {
        List<EventDays> holidays = year(year, own, Kind.HOLIDAY, day -> false);
        Predicate<LocalDate> isHoliday =
                day -> holidays.stream().anyMatch(one -> one.days().contains(day));
        List<EventDays> all = new ArrayList<>(holidays);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.HOLIDAY) {
                all.addAll(year(year, own, kind, isHoliday));
            }
        }
        return List.copyOf(all);
    }

    private List<EventDays> year(
            int year, List<EventDays> own, Kind kind, Predicate<LocalDate> isHoliday) {
        List<EventDays> found = new ArrayList<>();
        for (EventRule rule : rules) {
            if (rule.event().kind() == kind) {
                List<EventDays> set =
                        own.stream()
                                .filter(one -> one.event().id().equals(rule.event().id()))
                                .filter(one -> one.days().to().getYear() == year)
                                .toList();
                found.addAll(set.isEmpty() ? rule.in(year, isHoliday, isDayOff(isHoliday)) : set);
            }
        }
        return found;
    }

    private Predicate<LocalDate> isDayOff(Predicate<LocalDate> isHoliday) {
        return isHoliday.or(day -> restDays.contains(day.getDayOfWeek()));
    }

    private static CalendarDefinition read(JsonNode file) {
        String country = file.path("country").asString("?");
        try {
            return new CalendarDefinition(
                    country,
                    weekdays(file.required("weekdays")),
                    texts(file, "rest_days").stream()
                            .map(CalendarDefinition::weekday)
                            .collect(Collectors.toUnmodifiableSet()),
                    texts(file, "workdays").stream()
                            .map(LocalDate::parse)
                            .collect(Collectors.toUnmodifiableSet()),
                    file.required("events").valueStream().map(EventRule::of).toList());
        } catch (RuntimeException e) {
            throw new RotinaException(
                    Problem.BAD_DEFINITION, e, FOLDER + " " + country, e.toString());
        }
    }

    private static Map<DayOfWeek, BigDecimal> weekdays(JsonNode weights) {
        Map<DayOfWeek, BigDecimal> weekdays = new EnumMap<>(DayOfWeek.class);
        weights.properties()
                .forEach(day ->
                        weekdays.put(
                                weekday(day.getKey()), new BigDecimal(day.getValue().asString())));
        return weekdays;
    }

    private static List<String> texts(JsonNode file, String list) {
        return file.path(list).valueStream().map(JsonNode::asString).toList();
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
