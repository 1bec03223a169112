package app.rotina.warehouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer row of a slice.
 *
 * @param bucket the first day of its bucket; absence: no bucket was asked for
 * @param values the dimension values, in the order they were asked for
 * @param sums measure id → figure; a measure without rows here is not listed
 */
public record Cell(@Nullable LocalDate bucket, List<String> values, Map<String, BigDecimal> sums) {}
