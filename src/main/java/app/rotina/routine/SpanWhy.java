package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.routine.DailyClose.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a day or several together brought what they brought, against what they are held to.
 *
 * @param actual of the days that are known; null: of none
 * @param expected of the same days
 * @param leftOut days of the span on which one of both is not known
 * @param compared the days that tell what is usual, or that the span is held to
 */
public record SpanWhy(
        String store,
        Days days,
        Currency currency,
        String metric,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal expected,
        Why why,
        List<LocalDate> leftOut,
        List<LocalDate> compared) {}
