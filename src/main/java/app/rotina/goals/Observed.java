package app.rotina.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A past day as a ratio to the level of ordinary days around it. */
record Observed(LocalDate date, BigDecimal ratio, Optional<CalendarEvent> event) {

    /** In the order of their dates; a day without a level says nothing. */
    static List<Observed> all(CommercialCalendar calendar, SortedMap<LocalDate, BigDecimal> daily) {
        SortedMap<LocalDate, BigDecimal> ordinary = new TreeMap<>(daily);
        ordinary.keySet().removeIf(date -> calendar.main(date).isPresent());
        Level level = Level.of(ordinary);
        List<Observed> observed = new ArrayList<>();
        daily.forEach((date, value) -> {
            BigDecimal usual = level.at(date);
            if (usual.signum() > 0) {
                BigDecimal ratio = value.divide(usual, MathContext.DECIMAL64);
                observed.add(new Observed(date, ratio.max(BigDecimal.ZERO), calendar.main(date)));
            }
        });
        return observed;
    }

    /** The ratio with the weekday's own weight taken out. */
    BigDecimal over(BigDecimal weekday) {
        return ratio.divide(weekday, MathContext.DECIMAL64);
    }
}
