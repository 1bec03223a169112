package app.rotina.goals;

import java.math.BigDecimal;

/**
 * Something in the calendar that moves sales. Its name is the text {@link #textKey()}.
 *
 * @param prior how a day of it compares with an ordinary one, before the store's own days tell
 */
public record CalendarEvent(String id, Kind kind, BigDecimal prior) {

    /** What an event is: a day off, a day many take off, a selling occasion, wages, couriers. */
    public enum Kind {
        HOLIDAY,
        OPTIONAL,
        COMMERCIAL,
        PAYDAY,
        LOGISTICS
    }

    public String textKey() {
        return "goals.event." + id;
    }
}
