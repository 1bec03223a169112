package app.rotina.sources.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a workbook, which are days since a start: 1904-01-01, or 1900-01-01 as day 1 with a
 * 29 February 1900 as day 60 that never was (ECMA-376 part 1, 18.17.4.1).
 */
final class Serial {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long NEVER = 60;
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate START = LocalDate.of(1899, 12, 31);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** Texts, escaped characters, colours, currencies and conditions within a format. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*\\]");

    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)\\]");
    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhs]");

    private Serial() {}

    /**
     * The serial as {@code 2026-01-31T10:00:00}, to the millisecond; a part of a day alone as
     * {@code 10:00:00}; null outside the years a workbook knows.
     */
    static @Nullable String text(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.precision() - serial.scale() > 9) {
            return null;
        }
        long millis =
                serial.multiply(BigDecimal.valueOf(DAY))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        String time =
                DateTimeFormatter.ISO_LOCAL_TIME.format(
                        LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos(millis % DAY)));
        long days = millis / DAY;
        if (days == 0) {
            return time;
        }
        @Nullable String date = from1904 ? date(START_1904.plusDays(days)) : date(days);
        return date == null ? null : date + "T" + time;
    }

    /** True if the format shows a point in time; {@code [h]:mm} shows a duration. */
    static boolean isDateFormat(String format) {
        if (ELAPSED.matcher(format).find()) {
            return false;
        }
        String bare = LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return !bare.contains("general") && DATE_LETTERS.matcher(bare.split(";", 2)[0]).find();
    }

    /** True for the date formats of East Asian Excel, which a workbook names by number alone. */
    static boolean isDateFormat(int id) {
        return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }

    private static @Nullable String date(long days) {
        if (days == NEVER) {
            return "1900-02-29";
        }
        return date(START.plusDays(days < NEVER ? days : days - 1));
    }

    private static @Nullable String date(LocalDate date) {
        return date.isAfter(END) ? null : date.toString();
    }
}
