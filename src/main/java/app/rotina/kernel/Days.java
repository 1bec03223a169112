package app.rotina.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** A run of store days, both ends included. */
public record Days(LocalDate from, LocalDate to) {
    public Days {
        if (to.isBefore(from)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, from + " … " + to);
        }
    }

    public static Days of(YearMonth month) {
        return new Days(month.atDay(1), month.atEndOfMonth());
    }

    public static Days only(LocalDate day) {
        return new Days(day, day);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public int count() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    public Stream<LocalDate> stream() {
        return from.datesUntil(to.plusDays(1));
    }
}
