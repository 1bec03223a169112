package app.rotina.api;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which goal an address means.
 *
 * @param channel absence: the whole store
 * @param date absence: the month
 */
record AimPath(
        YearMonth month, String metric, @Nullable String channel, @Nullable LocalDate date) {}
