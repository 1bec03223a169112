package app.rotina.routine;

import app.rotina.goals.CalendarEvent;
import app.rotina.goals.DriverModel;
import app.rotina.insight.anomaly.Alerts;
import app.rotina.insight.anomaly.Finding;
import app.rotina.insight.anomaly.Leeway;
import app.rotina.insight.anomaly.Watched;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Formula.Ratio;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose.Change;
import app.rotina.routine.DailyClose.Changes;
import app.rotina.routine.DailyClose.NotYet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which figures of the store really changed on the day: its revenue and what drives it, by the days
 * that the close looks at anyway.
 *
 * @param revenue the one that the family explains
 * @param noted days that people wrote about: known, whatever they brought
 */
record RealChanges(
        Catalog catalog,
        DriverModel model,
        DayFigures figures,
        String revenue,
        Set<LocalDate> noted,
        int decimals) {
    /** Less than a third of a usual day of revenue as a whole is for the verdict to tell. */
    private static final double FLOOR_OF_WHOLE = .35;

    private static final double FLOOR_OF_PART = .1;
    private static final String ROOT = "net_revenue";

    Changes changes() {
        List<Change> real = new ArrayList<>();
        List<NotYet> notYet = new ArrayList<>();
        for (Finding finding : Alerts.on(family())) {
            switch (finding) {
                case Finding.Alert alert -> real.add(change(alert));
                case Finding.TooNew few ->
                        notYet.add(new NotYet(few.id(), few.known(), few.needed()));
                case Finding.Quiet quiet -> {}
                case Finding.NotJudged unjudged -> {}
            }
        }
        return new Changes(real, notYet);
    }

    /** Revenue and its drivers, as far as they have a figure of the day. */
    private List<Watched> family() {
        return catalog.shown().stream()
                .filter(metric -> metric.id().equals(revenue) || isDriver(metric))
                .map(this::watched)
                .filter(RealChanges::isKnown)
                .toList();
    }

    /** A driver of the store's own identity, or a part of such a driver. */
    private boolean isDriver(Metric metric) {
        Set<String> other = other();
        return !other.contains(metric.id())
                && !other.containsAll(metric.parents())
                && (revenue.equals(ROOT) || !metric.id().equals("refunds"));
    }

    /** The drivers of the identity that the store does not go by. */
    private Set<String> other() {
        Set<String> other = new HashSet<>();
        for (DriverIdentity identity : DriverIdentity.values()) {
            DriverModel drivers = DriverModel.of(identity, true);
            other.addAll(List.of(drivers.traffic(), drivers.rate(), drivers.value()));
        }
        other.removeAll(Set.of(model.traffic(), model.rate(), model.value()));
        return other;
    }

    private Watched watched(Metric metric) {
        List<LocalDate> days = DayFigures.watched(figures.date());
        double usual = usual(revenue);
        boolean whole = metric.id().equals(revenue);
        return new Watched(
                metric.id(),
                whole ? Set.of() : drives(metric),
                days.stream()
                        .mapToDouble(day -> number(figures.daily().on(day, metric.id())))
                        .toArray(),
                days.stream().mapToDouble(day -> cases(metric, day)).toArray(),
                leeway(days),
                whole ? usual : worth(metric, usual),
                usual * (whole ? FLOOR_OF_WHOLE : FLOOR_OF_PART));
    }

    /** What a count counts, or the part of a ratio that it is a share of. */
    private double cases(Metric metric, LocalDate day) {
        if (metric.unit() == Metric.Unit.RATIO && metric.formula() instanceof Ratio ratio) {
            return number(ratio.denominator().value(part -> figures.daily().on(day, part)));
        }
        return metric.unit() == Metric.Unit.COUNT ? 1 : Double.NaN;
    }

    private static boolean isKnown(Watched watched) {
        return !Double.isNaN(watched.values()[watched.values().length - 1]);
    }

    private Set<String> drives(Metric metric) {
        Set<String> drives = new HashSet<>(metric.parents());
        if (drives.remove(ROOT)) {
            drives.add(revenue);
        }
        return drives;
    }

    /** A factor of revenue is worth all of it, a part of a driver its share. */
    private double worth(Metric metric, double usual) {
        if (metric.parents().contains(ROOT)) {
            return metric.upIsGood() ? usual : -usual(metric.id());
        }
        return usual * usual(metric.id()) / Math.max(1, usual(metric.parents().getFirst()));
    }

    private double usual(String metric) {
        return figures.sameWeekday(metric).known().map(BigDecimal::doubleValue).orElse(0.0);
    }

    private Leeway leeway(List<LocalDate> days) {
        return Leeway.of(days.stream().mapToDouble(this::effect).toArray());
    }

    private double effect(LocalDate day) {
        return noted.contains(day)
                ? Double.NaN
                : number(
                        MetricValue.known(
                                figures.calendar()
                                        .main(day)
                                        .map(CalendarEvent::prior)
                                        .orElse(BigDecimal.ONE)));
    }

    private static double number(MetricValue value) {
        return value.known().map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    private Change change(Finding.Alert alert) {
        return new Change(
                alert.id(),
                decimal(alert.value()),
                decimal(alert.low()),
                decimal(alert.high()),
                BigDecimal.valueOf(alert.amount()).setScale(decimals, RoundingMode.HALF_UP),
                figures.date().minusDays(alert.days() - 1L),
                alert.folded());
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value, new MathContext(6, RoundingMode.HALF_UP));
    }
}
