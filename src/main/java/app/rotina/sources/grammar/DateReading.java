package app.rotina.sources.grammar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one column by its declared formats. A naive time belongs to the zone the
 * source declares: one that does not exist moves forward by the gap, one that happens twice is the
 * earlier. Years before {@value #FIRST_YEAR} and days more than a year ahead are refused.
 */
public final class DateReading {
    private static final int FIRST_YEAR = 1980;
    private static final int DAYS_AHEAD = 366;
    private static final long DAY = 86_400;
    private static final long FARTHEST_OFFSET = 18 * 3600;
    private static final Instant FIRST =
            LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final List<DateFormat> formats;
    private final ZoneId naive;
    private final ZoneId store;
    private final Instant latest;
    private final Moment moment = new Moment();
    private LocalDate lastDay = LocalDate.MIN;
    private @Nullable ZoneOffset lastOffset;

    /**
     * @param naive the zone of times that name none
     * @param store the zone of the store's days
     */
    public DateReading(List<DateFormat> formats, ZoneId naive, ZoneId store, Clock clock) {
        this.formats = formats;
        this.naive = naive;
        this.store = store;
        this.latest = clock.instant().plusSeconds(DAYS_AHEAD * DAY);
    }

    public Instant instant(String cleaned) {
        read(cleaned);
        return plausible(cleaned, instant());
    }

    /** The store's day; a naive date is that day wherever the source is. */
    public LocalDate day(String cleaned) {
        read(cleaned);
        if (moment.isAbsolute() || moment.hasOffset()) {
            return LocalDate.ofInstant(plausible(cleaned, instant()), store);
        }
        if (moment.secondOfDay() != 0 && !naive.equals(store)) {
            return LocalDate.ofInstant(plausible(cleaned, instant()), store);
        }
        LocalDate day = moment.date();
        plausible(cleaned, day.atStartOfDay(store).toInstant());
        return day;
    }

    private void read(String text) {
        for (int i = 0; i < formats.size(); i++) {
            if (formats.get(i).read(text, moment)) {
                return;
            }
        }
        throw new Refused(
                "date_format",
                text,
                formats.stream().map(DateFormat::id).collect(Collectors.joining(" · ")));
    }

    private Instant instant() {
        if (moment.isAbsolute()) {
            return Instant.ofEpochSecond(moment.epochSecond(), moment.nano());
        }
        LocalDate day = moment.isOn(lastDay) ? lastDay : moment.date();
        long local = day.toEpochDay() * DAY + moment.secondOfDay();
        if (moment.hasOffset()) {
            return Instant.ofEpochSecond(local - moment.offset(), moment.nano());
        }
        @Nullable ZoneOffset whole = offsetOfWholeDay(day);
        if (whole != null) {
            return Instant.ofEpochSecond(local - whole.getTotalSeconds(), moment.nano());
        }
        LocalTime time = LocalTime.ofSecondOfDay(moment.secondOfDay()).withNano(moment.nano());
        return LocalDateTime.of(day, time).atZone(naive).toInstant();
    }

    /** The day's one offset; nothing where the clocks change on it. */
    private @Nullable ZoneOffset offsetOfWholeDay(LocalDate day) {
        if (!day.equals(lastDay)) {
            lastDay = day;
            lastOffset = steadyOffset(day);
        }
        return lastOffset;
    }

    private @Nullable ZoneOffset steadyOffset(LocalDate day) {
        long start = day.toEpochDay() * DAY;
        ZoneRules rules = naive.getRules();
        Instant before = Instant.ofEpochSecond(start - FARTHEST_OFFSET);
        ZoneOffsetTransition next = rules.nextTransition(before);
        boolean changes = next != null && next.toEpochSecond() < start + DAY + FARTHEST_OFFSET;
        return changes ? null : rules.getOffset(before);
    }

    private Instant plausible(String text, Instant instant) {
        boolean early = instant.isBefore(FIRST);
        if (early || instant.isAfter(latest)) {
            throw new Refused("date_implausible", text);
        }
        return instant;
    }
}
