package app.rotina.insight.projection;

import java.time.LocalDate;

/**
 * What a day was expected to bring by the days before it alone.
 *
 * @param actual what it brought, in the series' unit; NaN: not known
 * @param mean the expectation, in the series' unit; zero: the shop was to be closed
 * @param scale the standard deviation of the logarithm of what a day brings, robust
 * @param surprise how many such deviations the day was off; NaN where the day says nothing. A day
 *     that brought next to nothing counts as one that brought a tenth
 */
public record Expected(LocalDate date, double actual, double mean, double scale, double surprise) {}
