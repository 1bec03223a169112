package app.rotina.sources.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a bare number in a column of rates means. */
public enum RatioUnit {
    /** 0.15 is fifteen in a hundred. */
    RATIO,
    /** 15 is fifteen in a hundred. */
    PERCENT;

    BigDecimal ratio(BigDecimal number) {
        return this == RATIO ? number : number.movePointLeft(2).setScale(4, RoundingMode.HALF_UP);
    }
}
