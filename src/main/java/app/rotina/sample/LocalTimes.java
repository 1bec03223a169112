package app.rotina.sample;

import app.rotina.kernel.Days;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * The days of a sample in its store's zone, counted from 0 for the first, and what the clock on the
 * wall shows at an instant (seconds since 1970). A year before and two months after are known too:
 * customers registered earlier, and parcels will leave later.
 */
final class LocalTimes {
    private static final int BEFORE = 400;
    private static final int AFTER = 120;
    private static final int DAY = 86_400;
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final LocalDate first;
    private final int days;
    private final ZoneRules rules;
    private final long[] starts;
    private final byte[][] dates;
    private final byte[][] shortDates;
    private final int[] offsets;
    private final boolean[] clockChanges;
    private final int[] workingDays;

    LocalTimes(Days range, ZoneId zone) {
        first = range.from();
        days = range.count();
        rules = zone.getRules();
        int known = BEFORE + days + AFTER;
        starts = new long[known + 1];
        dates = new byte[known][];
        shortDates = new byte[known][];
        offsets = new int[known];
        clockChanges = new boolean[known];
        for (int i = 0; i <= known; i++) {
            starts[i] = first.plusDays(i - BEFORE).atStartOfDay(zone).toEpochSecond();
        }
        for (int i = 0; i < known; i++) {
            LocalDate date = first.plusDays(i - BEFORE);
            dates[i] = date.toString().getBytes(StandardCharsets.US_ASCII);
            shortDates[i] = SHORT.format(date).getBytes(StandardCharsets.US_ASCII);
            offsets[i] = offsetAt(starts[i]);
            clockChanges[i] = offsets[i] != offsetAt(starts[i + 1] - 1);
        }
        workingDays = workingDays(known);
    }

    int days() {
        return days;
    }

    LocalDate dateOf(int day) {
        return first.plusDays(day);
    }

    long start(int day) {
        return starts[day + BEFORE];
    }

    /** Hours of the day: 24, or 23 and 25 where the clocks change. */
    int hours(int day) {
        return (int) ((start(day + 1) - start(day)) / 3600);
    }

    /** The end of the last day: what happens from here on is not known yet. */
    long cutoff() {
        return start(days);
    }

    int dayOf(long second) {
        int guess = (int) ((second - starts[0]) / DAY);
        int index = Math.clamp(guess, 0, starts.length - 2);
        while (starts[index + 1] <= second) {
            index++;
        }
        while (starts[index] > second) {
            index--;
        }
        return index - BEFORE;
    }

    /** The day itself, or the next on which banks clear and parcels leave. */
    int workingDayFrom(int day) {
        return workingDays[day + BEFORE];
    }

    byte[] date(int day) {
        return dates[day + BEFORE];
    }

    byte[] shortDate(int day) {
        return shortDates[day + BEFORE];
    }

    /** Writes the instant as local time with its offset, and returns where the next byte goes. */
    int write(long second, byte[] buffer, int at) {
        int index = dayOf(second) + BEFORE;
        int offset = clockChanges[index] ? offsetAt(second) : offsets[index];
        int ofDay = Math.floorMod(second + offset, DAY);
        System.arraycopy(dates[index], 0, buffer, at, 10);
        buffer[at + 10] = 'T';
        clock(ofDay / 60, buffer, at + 11);
        buffer[at + 16] = ':';
        two(ofDay % 60, buffer, at + 17);
        buffer[at + 19] = (byte) (offset < 0 ? '-' : '+');
        clock(Math.abs(offset) / 60, buffer, at + 20);
        return at + 25;
    }

    private int[] workingDays(int known) {
        int[] next = new int[known];
        int found = known - BEFORE;
        for (int i = known - 1; i >= 0; i--) {
            found = BrazilCalendar.isWorkingDay(dateOf(i - BEFORE)) ? i - BEFORE : found;
            next[i] = found;
        }
        return next;
    }

    private int offsetAt(long second) {
        return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }

    private static void clock(int minutes, byte[] buffer, int at) {
        two(minutes / 60, buffer, at);
        buffer[at + 2] = ':';
        two(minutes % 60, buffer, at + 3);
    }

    private static void two(int number, byte[] buffer, int at) {
        buffer[at] = (byte) ('0' + number / 10);
        buffer[at + 1] = (byte) ('0' + number % 10);
    }
}
