package app.rotina.review;

import app.rotina.report.Report;
import app.rotina.routine.MonthPlan;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a review, before any language; what is signed.
 *
 * @param channels absence: revenue is not known by channel
 * @param plan of the month that follows; absence: the review is of no month, or too little is known
 *     to plan one
 */
public record ReviewFigures(
        Report report, @Nullable ByChannel channels, @Nullable MonthPlan plan) {}
