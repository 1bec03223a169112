package app.rotina.warehouse;

import java.math.BigDecimal;

/**
 * A figure of one value of a dimension.
 *
 * @param actual on the days that are explained
 * @param usual by the days that tell what they usually are
 */
public record Split(BigDecimal actual, BigDecimal usual) {}
