package app.rotina.sample;

/**
 * An id that is counted anew every day.
 *
 * @param day the day's index in the sample
 * @param number from 1 within the day
 * @param kind what tells the parts of different documents of one id apart; empty for lines
 * @param part from 1 within the id; 0 for the id itself
 */
record DayId(int day, long number, String kind, int part) {
    DayId(int day, long number) {
        this(day, number, "", 0);
    }

    DayId line(int part) {
        return new DayId(day, number, "", part);
    }

    DayId refund(int part) {
        return new DayId(day, number, "R", part);
    }
}
