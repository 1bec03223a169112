package app.rotina.routine;

import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which segments moved the drivers, in money: visits where they come from, conversion where both
 * visits and orders are known, prices by what was bought, approval by how it is paid. Drivers that
 * count people are not taken apart, since a person can be in several segments.
 *
 * @param made what the days were planned to be made of, usually are, and were
 */
record DriverCauses(Metrics metrics, Store store, Comparison days, Made made, BigDecimal floor) {
    /** What days had to be made of, usually are, and were made of. */
    record Made(boolean placed, Makeup planned, Makeup usual, Makeup actual) {
        Made plus(Made other) {
            return new Made(
                    placed,
                    planned.plus(other.planned),
                    usual.plus(other.usual),
                    actual.plus(other.actual));
        }

        private BigDecimal worth(Makeup day) {
            return placed ? day.placed() : day.sameDay();
        }

        /** Of money over units, between what was planned and what came. */
        private BigDecimal price(
                Function<Makeup, BigDecimal> money, Function<Makeup, BigDecimal> units) {
            BigDecimal then = over(money.apply(planned), units.apply(planned));
            BigDecimal now = over(money.apply(actual), units.apply(actual));
            return then.signum() > 0 && now.signum() > 0
                    ? over(then.add(now), BigDecimal.TWO)
                    : then.max(now);
        }

        /** What the usual ratio of these had to be times. */
        private BigDecimal scale(
                Function<Makeup, BigDecimal> top, Function<Makeup, BigDecimal> bottom) {
            BigDecimal then = over(top.apply(planned), bottom.apply(planned));
            BigDecimal before = over(top.apply(usual), bottom.apply(usual));
            return then.signum() > 0 && before.signum() > 0 ? over(then, before) : BigDecimal.ONE;
        }
    }

    /** Of the drivers that weigh enough, the heaviest first. */
    List<Causes> of(List<DriverPart> drivers) {
        List<DriverPart> heavy =
                drivers.stream()
                        .filter(part -> part.amount().abs().compareTo(floor) >= 0)
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
        boolean tracked = traffic(made.planned).signum() > 0 && traffic(made.actual).signum() > 0;
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
        BigDecimal price = made.price(made::worth, DriverCauses::traffic);
        return search.inSum(
                segments.traffic().times(price), traffic(made.planned).multiply(price), days);
    }

    private Causes conversion(CauseSearch search, DriverSegments segments) {
        Segments traffic = segments.traffic();
        Segments orders = segments.orders();
        List<String> both =
                DriverSegments.OF_TRAFFIC.stream()
                        .filter(each -> orders.shares(each, traffic))
                        .toList();
        BigDecimal price = made.price(made::worth, Makeup::count);
        return search.inRate(
                orders.by(both).times(price),
                traffic.by(both),
                made.scale(Makeup::count, DriverCauses::traffic),
                price.multiply(days.noise()));
    }

    private Causes prices(CauseSearch search, DriverSegments segments) {
        Segments revenue = segments.line("tracked_revenue");
        return search.inRate(
                revenue.times(made.price(made::worth, Makeup::placed)),
                segments.line("units").where(revenue),
                made.scale(Makeup::placed, Makeup::count),
                BigDecimal.ZERO);
    }

    private Causes approval(CauseSearch search, DriverSegments segments) {
        Segments approved = segments.payment("tracked_same_day_orders");
        Segments placed = segments.payment("tracked_orders");
        BigDecimal refused =
                BigDecimal.ONE.subtract(over(approved.total().usual(), placed.total().usual()));
        BigDecimal ticket = made.price(Makeup::placed, Makeup::count);
        return search.inRate(
                approved.times(ticket),
                placed,
                made.scale(made::worth, Makeup::placed),
                ticket.multiply(days.noise()).multiply(refused));
    }

    private static BigDecimal traffic(Makeup day) {
        return Objects.requireNonNullElse(day.traffic(), BigDecimal.ZERO);
    }

    private static BigDecimal over(BigDecimal top, BigDecimal bottom) {
        return bottom.signum() > 0 ? top.divide(bottom, MathContext.DECIMAL64) : BigDecimal.ZERO;
    }
}
