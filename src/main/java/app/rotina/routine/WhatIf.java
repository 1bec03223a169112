package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a month would come to if its drivers were otherwise on the days that remain, the others as
 * they are projected. Channels without traffic, late approvals and refunds keep their usual share.
 *
 * @param outlook missing where the month cannot be projected
 * @param difference from the projection as it is; missing where there is none
 * @param effects what each driver brings of the difference, in minor units; they sum to it
 */
public record WhatIf(
        List<Level> levels, Outlook outlook, MetricValue difference, List<DriverPart> effects) {

    /**
     * A driver as it is supposed.
     *
     * @param expected on the days that remain, of a day where its days add up
     * @param supposed the same
     */
    public record Level(String metric, BigDecimal expected, BigDecimal supposed) {}
}
