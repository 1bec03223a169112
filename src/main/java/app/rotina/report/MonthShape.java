package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.Outlook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A month's running sums as ways over a field of 100 × 100.
 *
 * @param expected what days to come are projected to bring; without them the way to the projected
 *     end is straight
 */
public record MonthShape(MonthStanding month, Map<LocalDate, BigDecimal> expected) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HEADROOM = new BigDecimal("1.06");

    /** A place on the field, from its left and top. */
    public record Point(BigDecimal x, BigDecimal y) {
        @Override
        public String toString() {
            return x.toPlainString() + " " + y.toPlainString();
        }
    }

    /** The running target; empty: no goal. */
    public List<Point> plan() {
        return points(planned());
    }

    /** The running result up to the last known day. */
    public List<Point> actual() {
        return points(reached());
    }

    /** The running target by day, counted from 0. */
    public SortedMap<Integer, BigDecimal> planned() {
        return running(MonthDay::target);
    }

    /** The running result by day, counted from 0. */
    public SortedMap<Integer, BigDecimal> reached() {
        return running(MonthDay::actual);
    }

    /** From the last known day to the projected end, by day, counted from 0. */
    public SortedMap<Integer, BigDecimal> ahead() {
        return way(month.projection());
    }

    private SortedMap<Integer, BigDecimal> running(Function<MonthDay, MetricValue> of) {
        SortedMap<Integer, BigDecimal> sums = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 0; day < month.days().size(); day++) {
            MetricValue value = of.apply(month.days().get(day));
            if (value.known().isPresent()) {
                sum = sum.add(value.known().get());
                sums.put(day, sum);
            }
        }
        return sums;
    }

    private List<Point> points(SortedMap<Integer, BigDecimal> sums) {
        List<Point> way = new ArrayList<>();
        sums.forEach((day, sum) -> way.add(point(day, sum)));
        return way;
    }

    /** From the last known day to the projected end; empty: nothing is projected. */
    public List<Point> heading() {
        return points(ahead());
    }

    /** Around where the way stays in four of five cases, there and back; empty: not known. */
    public List<Point> band() {
        List<Point> low = points(way(month.outlook().low()));
        List<Point> high = points(way(month.outlook().high()));
        if (low.isEmpty() || high.isEmpty()) {
            return List.of();
        }
        List<Point> around = new ArrayList<>(high);
        around.addAll(low.reversed());
        return around;
    }

    /** The sum at the field's top. */
    public BigDecimal top() {
        Outlook outlook = month.outlook();
        BigDecimal projected =
                outlook.high().known().or(outlook.projection()::known).orElse(BigDecimal.ZERO);
        return sum(MonthDay::actual)
                .add(BigDecimal.ONE)
                .max(sum(MonthDay::target))
                .max(projected)
                .multiply(HEADROOM);
    }

    private BigDecimal sum(Function<MonthDay, MetricValue> of) {
        return month.days().stream()
                .map(day -> of.apply(day).known().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where a sum stands on a day, counted from 0. */
    public Point point(int day, BigDecimal sum) {
        BigDecimal height =
                HUNDRED.subtract(
                        sum.max(BigDecimal.ZERO)
                                .multiply(HUNDRED)
                                .divide(top(), MathContext.DECIMAL64));
        return new Point(across(day), rounded(height));
    }

    /** Where a day stands, counted from 0. */
    public BigDecimal across(int day) {
        return rounded(
                BigDecimal.valueOf(100L * day)
                        .divide(
                                BigDecimal.valueOf(Math.max(1, month.days().size() - 1)),
                                MathContext.DECIMAL64));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    /** From the last known day to an end, in the steps that its days are expected to make. */
    private SortedMap<Integer, BigDecimal> way(MetricValue end) {
        SortedMap<Integer, BigDecimal> way = new TreeMap<>();
        if (end.known().isEmpty()) {
            return way;
        }
        BigDecimal start = month.toDate().known().orElse(BigDecimal.ZERO);
        BigDecimal open = end.known().get().subtract(start);
        BigDecimal all = expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        SortedMap<Integer, BigDecimal> reached = reached();
        if (!reached.isEmpty()) {
            way.putAll(reached.tailMap(reached.lastKey()));
        }
        if (all.signum() <= 0) {
            way.put(month.days().size() - 1, start.add(open));
            return way.size() < 2 || open.signum() == 0 ? new TreeMap<>() : way;
        }
        BigDecimal done = BigDecimal.ZERO;
        for (int day = 0; day < month.days().size(); day++) {
            @Nullable BigDecimal step = expected.get(month.days().get(day).date());
            if (step != null) {
                done = done.add(step);
                BigDecimal part = done.divide(all, MathContext.DECIMAL64);
                way.put(day, start.add(open.multiply(part)));
            }
        }
        return way;
    }
}
