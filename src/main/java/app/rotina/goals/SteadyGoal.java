package app.rotina.goals;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A goal that is the same on every day of a month, as days of it do not add up: a rate (0.02 is 2
 * %), a ticket, a level of stock.
 */
public record SteadyGoal(String store, String metric, YearMonth month, BigDecimal value) {}
