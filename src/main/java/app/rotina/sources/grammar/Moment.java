package app.rotina.sources.grammar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as a cell states it: the local fields, or the instant itself. One is reused for
 * all cells of a column, since rows are many.
 */
public final class Moment {
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private int offset;
    private @Nullable Boolean afternoon;
    private boolean absolute;
    private long epochSecond;

    void clear() {
        year = 0;
        month = 1;
        day = 1;
        hour = 0;
        minute = 0;
        second = 0;
        nano = 0;
        offset = NO_OFFSET;
        afternoon = null;
        absolute = false;
        epochSecond = 0;
    }

    void set(DateUnit unit, int value) {
        switch (unit) {
            case YEAR -> year = value;
            case MONTH -> month = value;
            case DAY -> day = value;
            case HOUR -> hour = value;
            case MINUTE -> minute = value;
            case SECOND -> second = value;
            case NANO -> nano = value;
        }
    }

    void setOffset(int seconds) {
        offset = seconds;
    }

    void setAfternoon(boolean is) {
        afternoon = is;
    }

    void setLocal(LocalDateTime time) {
        clear();
        year = time.getYear();
        month = time.getMonthValue();
        day = time.getDayOfMonth();
        hour = time.getHour();
        minute = time.getMinute();
        second = time.getSecond();
        nano = time.getNano();
    }

    void setInstant(long second, int nanos) {
        clear();
        absolute = true;
        epochSecond = second;
        nano = nanos;
    }

    /** Makes 24 hours of 12, and refuses what no calendar or clock shows: nothing rolls over. */
    void settle(String text) {
        Boolean pm = afternoon;
        if (pm != null) {
            if (hour < 1 || hour > 12) {
                throw new Refused("date_impossible", text);
            }
            hour = hour % 12 + (pm ? 12 : 0);
        }
        boolean clock = hour <= 23 && minute <= 59 && second <= 59;
        if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth() || !clock) {
            throw new Refused("date_impossible", text);
        }
    }

    boolean isAbsolute() {
        return absolute;
    }

    boolean hasOffset() {
        return offset != NO_OFFSET;
    }

    int offset() {
        return offset;
    }

    int year() {
        return year;
    }

    int nano() {
        return nano;
    }

    long epochSecond() {
        return epochSecond;
    }

    int secondOfDay() {
        return hour * 3600 + minute * 60 + second;
    }

    LocalDate date() {
        return LocalDate.of(year, month, day);
    }

    boolean isOn(LocalDate date) {
        return day == date.getDayOfMonth()
                && month == date.getMonthValue()
                && year == date.getYear();
    }

    private int lengthOfMonth() {
        return switch (month) {
            case 2 -> isLeapYear() ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            case 1, 3, 5, 7, 8, 10, 12 -> 31;
            default -> 0;
        };
    }

    private boolean isLeapYear() {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
