package app.rotina.routine.checks;

import app.rotina.goals.CommercialCalendar;
import app.rotina.state.StoreSettings.WorkingDays;
import java.time.LocalDate;

/**
 * The days on which people of a store work: as the store says, and where it says nothing, as its
 * country's calendar does, with holidays and compensating workdays.
 */
public record Workdays(CommercialCalendar calendar, WorkingDays own) {

    boolean includes(LocalDate day) {
        if (own.closed().contains(day)) {
            return false;
        }
        if (own.open().contains(day)) {
            return true;
        }
        return own.weekdays().isEmpty()
                ? calendar.isWorkday(day)
                : own.weekdays().contains(day.getDayOfWeek()) && !calendar.isHoliday(day);
    }
}
