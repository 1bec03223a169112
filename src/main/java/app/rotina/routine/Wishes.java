package app.rotina.routine;

import app.rotina.goals.DriverModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of the drivers on a day; what nobody set is free. Order value, approval and
 * orders are compared with what is usual (1: as usual), since a driver is of some channels and its
 * metric of all.
 */
record Wishes(
        @Nullable BigDecimal traffic,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal value,
        @Nullable BigDecimal approval,
        @Nullable BigDecimal orders) {
    static final Wishes NONE = new Wishes(null, null, null, null, null);

    static Wishes of(Targets targets, DriverModel model, DayFigures figures) {
        LocalDate day = figures.date();
        return new Wishes(
                targets.on(day, model.traffic()).orElse(null),
                targets.on(day, model.rate()).orElse(null),
                usual(targets, model.value(), figures),
                model.approval() == null ? null : usual(targets, model.approval(), figures),
                usual(targets, model.count(), figures));
    }

    private static @Nullable BigDecimal usual(Targets targets, String metric, DayFigures figures) {
        Optional<BigDecimal> usual =
                figures.sameWeekday(metric).known().filter(mean -> mean.signum() > 0);
        return targets.on(figures.date(), metric)
                .flatMap(wish -> usual.map(mean -> wish.divide(mean, MathContext.DECIMAL128)))
                .filter(wish -> wish.signum() > 0)
                .orElse(null);
    }

    /**
     * How the order value compares with the usual one where it is set, or follows from a number of
     * orders that is; null: it is free.
     */
    @Nullable BigDecimal valueAt(BigDecimal scale) {
        if (value != null || orders == null) {
            return value;
        }
        BigDecimal approved = approval == null ? BigDecimal.ONE : approval;
        return scale.divide(orders.multiply(approved), MathContext.DECIMAL128);
    }

    /** The driver that follows from the others: conversion, unless it is set. */
    String derived(DriverModel model) {
        if (rate == null) {
            return model.rate();
        }
        return traffic == null ? model.traffic() : model.value();
    }
}
