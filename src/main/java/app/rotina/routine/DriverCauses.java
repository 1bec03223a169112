package app.rotina.routine;

import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Which segments moved the drivers, in money: visits where they come from, conversion where both
 * visits and orders are known, prices by what was bought, approval by how it is paid. Drivers that
 * count people are not taken apart, since a person can be in several segments.
 *
 * @param made what the days were planned to be made of, usually are, and were
 */
record DriverCauses(Metrics metrics, Store store, Comparison days, Made made, double floor) {
    private static final double BOTH_KNOW = .9;

    /** What days had to be made of, usually are, and were made of. */
    record Made(boolean placed, Makeup planned, Makeup usual, Makeup actual) {
        Made plus(Made other) {
            return new Made(
                    placed,
                    planned.plus(other.planned),
                    usual.plus(other.usual),
                    actual.plus(other.actual));
        }

        private double worth(Makeup day) {
            return (placed ? day.placed() : day.sameDay()).doubleValue();
        }

        /** The value of an order when it is placed, between what was planned and what came. */
        private double ticket() {
            double then = over(planned.placed().doubleValue(), planned.count().doubleValue());
            double now = over(actual.placed().doubleValue(), actual.count().doubleValue());
            return then > 0 && now > 0 ? (then + now) / 2 : Math.max(then, now);
        }

        /** Money of one unit, between what was planned and what came. */
        private double price(ToDoubleFunction<Makeup> units) {
            double then = over(worth(planned), units.applyAsDouble(planned));
            double now = over(worth(actual), units.applyAsDouble(actual));
            return then > 0 && now > 0 ? (then + now) / 2 : Math.max(then, now);
        }
    }

    /** Of the drivers that weigh enough, the heaviest first. */
    List<Causes> of(List<DriverPart> drivers) {
        List<DriverPart> heavy =
                drivers.stream()
                        .filter(part -> part.amount().abs().doubleValue() >= floor)
                        .sorted((a, b) -> b.amount().abs().compareTo(a.amount().abs()))
                        .toList();
        List<Causes> all = new ArrayList<>();
        DriverSegments segments = new DriverSegments(metrics, store, days);
        for (DriverPart part : heavy) {
            CauseSearch search = new CauseSearch(part.metric(), part.amount(), floor);
            causes(part.metric(), search, segments).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Causes> causes(String driver, CauseSearch search, DriverSegments segments) {
        boolean tracked = traffic(made.planned) > 0 && traffic(made.actual) > 0;
        return switch (driver) {
            case "sessions" -> tracked ? Optional.of(sessions(search, segments)) : Optional.empty();
            case "conversion_rate" ->
                    tracked ? Optional.of(conversion(search, segments)) : Optional.empty();
            case "average_order_value" -> Optional.of(prices(search, segments));
            case "approval_rate" -> Optional.of(approval(search, segments));
            default -> Optional.empty();
        };
    }

    private Causes sessions(CauseSearch search, DriverSegments segments) {
        double price = made.price(DriverCauses::traffic);
        return search.inSum(segments.traffic().times(price), traffic(made.planned) * price);
    }

    private Causes conversion(CauseSearch search, DriverSegments segments) {
        Segments traffic = segments.traffic();
        Segments orders = segments.orders();
        List<String> both =
                DriverSegments.OF_TRAFFIC.stream()
                        .filter(each -> orders.shared(each, traffic) >= BOTH_KNOW)
                        .toList();
        double planned = over(made.planned.count().doubleValue(), traffic(made.planned));
        double usual = over(made.usual.count().doubleValue(), traffic(made.usual));
        double price = made.price(day -> day.count().doubleValue());
        return search.inRate(
                orders.by(both).times(price),
                traffic.by(both),
                scale(planned, usual),
                price * days.noise());
    }

    private Causes prices(CauseSearch search, DriverSegments segments) {
        double worth = made.price(day -> day.placed().doubleValue());
        double planned =
                over(made.planned.placed().doubleValue(), made.planned.count().doubleValue());
        double usual = over(made.usual.placed().doubleValue(), made.usual.count().doubleValue());
        Segments revenue = segments.line("tracked_revenue");
        return search.inRate(
                revenue.times(worth),
                segments.line("units").where(revenue),
                scale(planned, usual),
                0);
    }

    private Causes approval(CauseSearch search, DriverSegments segments) {
        double planned = over(made.worth(made.planned), made.planned.placed().doubleValue());
        double usual = over(made.worth(made.usual), made.usual.placed().doubleValue());
        Segments approved = segments.payment("tracked_same_day_orders");
        Segments placed = segments.payment("tracked_orders");
        double refused = 1 - over(approved.total().usual(), placed.total().usual());
        return search.inRate(
                approved.times(made.ticket()),
                placed,
                scale(planned, usual),
                made.ticket() * days.noise() * refused);
    }

    private static double traffic(Makeup day) {
        return Objects.requireNonNullElse(day.traffic(), BigDecimal.ZERO).doubleValue();
    }

    /** What the usual rate had to be times. */
    private static double scale(double planned, double usual) {
        return usual > 0 && planned > 0 ? planned / usual : 1;
    }

    private static double over(double top, double bottom) {
        return bottom > 0 ? top / bottom : 0;
    }
}
