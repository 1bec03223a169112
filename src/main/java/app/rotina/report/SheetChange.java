package app.rotina.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One plan figure that a returned sheet would change, for a person to confirm.
 *
 * @param before null: there was no plan
 * @param after an emptied cell changes nothing, and is none
 */
public record SheetChange(
        LocalDate date, String metric, @Nullable BigDecimal before, BigDecimal after) {

    boolean isOne() {
        return before == null || before.compareTo(after) != 0;
    }
}
