package app.rotina.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One plan figure that a returned sheet would change, for a person to confirm.
 *
 * @param before null: there was no plan
 * @param after null: the cell was emptied
 */
public record SheetChange(
        LocalDate date, String metric, @Nullable BigDecimal before, @Nullable BigDecimal after) {

    boolean isOne() {
        if (before == null) {
            return after != null;
        }
        return after == null || before.compareTo(after) != 0;
    }
}
