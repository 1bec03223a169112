package app.rotina.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One plan figure as somebody typed it.
 *
 * @param value null: emptied, the day goes back to what the phasing gives it
 */
public record PlanEdit(LocalDate date, PlanKey key, @Nullable BigDecimal value) {}
