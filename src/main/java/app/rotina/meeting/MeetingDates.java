package app.rotina.meeting;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Store;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meetings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When meetings are due: the weekly one on the first day of the week that people work, the
 * fortnightly one on the first such day from the 1st and from the 16th.
 */
@Component
public final class MeetingDates {
    private static final int SECOND_HALF = 16;

    private final Meetings meetings;
    private final Clock clock;

    MeetingDates(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** The next one; one that was not held in its time is due since then. */
    public LocalDate next(Store store, Cadence cadence) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        LocalDate began = begin(cadence, today);
        Optional<LocalDate> last = meetings.lastDay(store.id(), cadence);
        boolean held = last.filter(day -> !day.isBefore(began)).isPresent();
        return workday(store, held ? begin(cadence, following(cadence, began)) : began);
    }

    /** The first day of the week or fortnight that holds the day. */
    private static LocalDate begin(Cadence cadence, LocalDate day) {
        return switch (cadence) {
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case FORTNIGHTLY ->
                    day.withDayOfMonth(day.getDayOfMonth() < SECOND_HALF ? 1 : SECOND_HALF);
        };
    }

    private static LocalDate following(Cadence cadence, LocalDate began) {
        return switch (cadence) {
            case WEEKLY -> began.plusWeeks(1);
            case FORTNIGHTLY ->
                    began.getDayOfMonth() == 1
                            ? began.withDayOfMonth(SECOND_HALF)
                            : began.plusMonths(1).withDayOfMonth(1);
        };
    }

    private static LocalDate workday(Store store, LocalDate from) {
        CommercialCalendar calendar = CommercialCalendar.of(store.locale().getCountry());
        LocalDate day = from;
        while (!calendar.isWorkday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
