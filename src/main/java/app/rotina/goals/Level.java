package app.rotina.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an ordinary day brought around a date: over the four weeks of ordinary days nearest to it,
 * half of them before, the mean of the weekdays' medians. At the ends of the history the four weeks
 * move inside it. A promotion, of a day or of a month, so never raises the level it is measured by.
 *
 * @param ordinary the known days without an event
 */
record Level(SortedMap<LocalDate, BigDecimal> ordinary, List<LocalDate> dates) {
    private static final int WINDOW = 28;
    private static final int WEEK = 7;

    static Level of(SortedMap<LocalDate, BigDecimal> ordinary) {
        return new Level(ordinary, List.copyOf(ordinary.keySet()));
    }

    /** Zero where less than a week is known. */
    BigDecimal at(LocalDate date) {
        int window = Math.min(WINDOW, dates.size() / WEEK * WEEK);
        int from = Math.clamp(position(date) - window / 2, 0, dates.size() - window);
        Map<DayOfWeek, List<BigDecimal>> byWeekday = new EnumMap<>(DayOfWeek.class);
        for (LocalDate day : dates.subList(from, from + window)) {
            byWeekday
                    .computeIfAbsent(day.getDayOfWeek(), weekday -> new ArrayList<>())
                    .add(ordinary.getOrDefault(day, BigDecimal.ZERO));
        }
        return mean(byWeekday.values().stream().map(Level::median).toList());
    }

    private int position(LocalDate date) {
        int found = Collections.binarySearch(dates, date);
        return found < 0 ? -found - 1 : found;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : mean(sorted.subList(half - 1, half + 1));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
    }
}
