package app.rotina.goals;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one day is to bring, in minor units of the store's currency (or whole units).
 *
 * @param pinned set by hand: a change of the month's goal leaves it alone
 */
public record DayTarget(LocalDate date, BigDecimal value, boolean pinned) {}
