package app.rotina.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What every day of the sample is to bring before anything goes wrong: a whole fixed by the size,
 * spread by season and by the luck of the day.
 */
final class Plan {
    /** How much of a strong day comes from more visits; the rest is that more of them buy. */
    private static final double BY_TRAFFIC = .72;

    private static final double TRAFFIC_LUCK = .045;
    private static final double CONVERSION_LUCK = .035;
    private static final double NEWCOMERS = .58;
    private static final double REGISTERED_PER_NEWCOMER = 1.08;
    private static final double KNOWN_BEFORE = .15;
    private static final double BACK_AFTER_DAYS = 130;

    /**
     * One day of the plan.
     *
     * @param orders how many are expected
     * @param conversion how readily visits buy, against an ordinary day
     * @param customersBefore how many customers registered before this day
     * @param registrations how many register on it
     */
    record Day(
            int index,
            LocalDate date,
            double orders,
            double conversion,
            long customersBefore,
            int registrations) {

        /** The orders expected had visits bought as readily as on an ordinary day. */
        double visitStrength() {
            return orders / conversion;
        }
    }

    private record Weight(double traffic, double conversion) {}

    private final List<Day> days = new ArrayList<>();
    private final long earlierCustomers;

    Plan(SampleSize size) {
        earlierCustomers = 50 + (long) (size.orders() * KNOWN_BEFORE);
        List<LocalDate> dates = size.days().stream().toList();
        List<Weight> weights = dates.stream().map(day -> weight(size, day)).toList();
        double all = weights.stream().mapToDouble(w -> w.traffic() * w.conversion()).sum();
        long customers = earlierCustomers;
        for (int i = 0; i < dates.size(); i++) {
            Weight w = weights.get(i);
            double orders = size.orders() * w.traffic() * w.conversion() / all;
            int registrations = (int) Math.ceil(orders * NEWCOMERS * REGISTERED_PER_NEWCOMER);
            days.add(new Day(i, dates.get(i), orders, w.conversion(), customers, registrations));
            customers += registrations;
        }
    }

    List<Day> days() {
        return days;
    }

    Day day(int index) {
        return days.get(index);
    }

    /** Customers who registered in the year before the first day. */
    long earlierCustomers() {
        return earlierCustomers;
    }

    /**
     * A customer who comes back: how many days ago they registered falls off exponentially, and
     * those from before the sample are all alike.
     */
    long returning(int day, Draws draws) {
        int registered = day - 1 - (int) draws.exponential(BACK_AFTER_DAYS);
        if (registered < 0) {
            return (long) (draws.unit() * earlierCustomers);
        }
        Day then = days.get(registered);
        return then.customersBefore() + (long) (draws.unit() * then.registrations());
    }

    static double newcomers() {
        return NEWCOMERS;
    }

    /** The last day has neither good nor bad luck: what it shows is what went wrong. */
    private static Weight weight(SampleSize size, LocalDate day) {
        Draws draws = Draws.of(size.seed(), day, Draws.Stream.WEATHER);
        double luck = day.equals(size.end()) ? 0 : 1;
        double strength = Season.of(day);
        return new Weight(
                Season.growth(day)
                        * StrictMath.pow(strength, BY_TRAFFIC)
                        * draws.factor(TRAFFIC_LUCK * luck),
                StrictMath.pow(strength, 1 - BY_TRAFFIC) * draws.factor(CONVERSION_LUCK * luck));
    }
}
