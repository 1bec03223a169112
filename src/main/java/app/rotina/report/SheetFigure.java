package app.rotina.report;

import app.rotina.kernel.MetricValue;

/**
 * One metric on one day.
 *
 * @param actual missing where the day is not over or its source has not delivered
 * @param expected what an open day is expected to bring; missing where nothing says so
 */
public record SheetFigure(MetricValue plan, MetricValue actual, MetricValue expected) {
    private static final MetricValue NONE = MetricValue.missing("none");
    static final SheetFigure NOTHING = new SheetFigure(NONE, NONE, NONE);
}
