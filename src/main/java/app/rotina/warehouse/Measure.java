package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that is summed or counted from one table on one of its days; metrics are made of them.
 *
 * @param id unique, and the name of its roll-up column
 * @param from the table: line, order, traffic, ad, product_day, conversation, service, cart or
 *     stock
 * @param day the column with the store day it counts on
 * @param aggregate how rows become a figure
 * @param column what is summed, counted distinctly, or reported
 * @param where column → the values that count
 * @param byProducts for counts of orders: also kept by what the orders' lines are
 * @param needs the coverage topic without which it is missing, such as {@code order} or {@code
 *     line.refund}
 */
public record Measure(
        String id,
        String from,
        String day,
        Aggregate aggregate,
        String column,
        Map<String, List<String>> where,
        boolean byProducts,
        String needs) {
    /** The condition that all rows meet. */
    static final String ALL = "true";

    /** How rows become a figure. */
    public enum Aggregate {
        SUM,
        COUNT,
        /** Counts each value once; days do not add up. */
        DISTINCT,
        /** As a source reports it: known of the one row that tells it, never put together. */
        REPORTED
    }

    /** True where the figure of several days is the sum of theirs. */
    public boolean addsOverDays() {
        return aggregate == Aggregate.SUM || aggregate == Aggregate.COUNT;
    }

    /** True where the figure is a whole number. */
    boolean counts() {
        return aggregate == Aggregate.COUNT || aggregate == Aggregate.DISTINCT;
    }

    /** Whether it counts only where the traffic is known. */
    boolean asksForTraffic() {
        return where.containsKey("tracked") || where.containsKey("checkouts_known");
    }

    String expression() {
        return expression(ALL);
    }

    /**
     * The figure of some of the rows.
     *
     * @param some which ones, as a condition
     */
    String expression(String some) {
        String only = only(condition(), some);
        return switch (aggregate) {
            case SUM -> "sum(" + column + ")" + only;
            case COUNT -> "count(*)" + only;
            case DISTINCT -> "count(DISTINCT " + column + ")" + only;
            case REPORTED -> alone(column, only);
        };
    }

    /** The value of the only row that has one. */
    private static String alone(String column, String only) {
        return "CASE WHEN count(%1$s)%2$s = 1 THEN max(%1$s)%2$s END".formatted(column, only);
    }

    /** The figure of rows that each have its {@link #contribution} under its id. */
    String ofContributions() {
        return switch (aggregate) {
            case SUM -> "sum(" + id + ")";
            case COUNT -> "count(" + id + ")";
            case DISTINCT -> "count(DISTINCT " + id + ")";
            case REPORTED -> alone(id, "");
        };
    }

    /** Narrows an aggregate to the rows that all the conditions hold for. */
    static String only(String... conditions) {
        String some =
                Stream.of(conditions).filter(each -> !each.equals(ALL)).collect(joining(" AND "));
        return some.isEmpty() ? "" : " FILTER (WHERE " + some + ")";
    }

    /** What one row gives to the figure; nothing where it does not count. */
    String contribution() {
        String amount = aggregate == Aggregate.COUNT ? "1" : column;
        return where.isEmpty() ? amount : "CASE WHEN " + condition() + " THEN " + amount + " END";
    }

    /** The rows that count, as a condition; true where all do. */
    String condition() {
        if (where.isEmpty()) {
            return ALL;
        }
        return where.entrySet().stream()
                .map(each -> "%s IN (%s)".formatted(each.getKey(), literals(each.getValue())))
                .collect(joining(" AND "));
    }

    private static String literals(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(joining(", "));
    }
}
