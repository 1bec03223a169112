package app.rotina.warehouse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that is summed or counted from one table on one of its days; metrics are made of them.
 *
 * @param id unique, and the name of its roll-up column
 * @param from the table: line, order, traffic, ad, product_day, conversation, cart or stock
 * @param day the column with the store day it counts on
 * @param aggregate how rows become a figure
 * @param column what is summed, or counted distinctly
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

    /** How rows become a figure. */
    public enum Aggregate {
        SUM,
        COUNT,
        /** Counts each value once; days do not add up. */
        DISTINCT
    }

    /** True where the figure of several days is the sum of theirs. */
    public boolean addsOverDays() {
        return aggregate != Aggregate.DISTINCT;
    }

    /** Whether it counts only where the traffic is known. */
    boolean asksForTraffic() {
        return where.containsKey("tracked");
    }

    String expression() {
        String filter = where.isEmpty() ? "" : " FILTER (WHERE " + condition() + ")";
        return switch (aggregate) {
            case SUM -> "sum(" + column + ")" + filter;
            case COUNT -> "count(*)" + filter;
            case DISTINCT -> "count(DISTINCT " + column + ")" + filter;
        };
    }

    /** What one row gives to a figure that adds up. */
    String contribution() {
        String amount = aggregate == Aggregate.COUNT ? "1" : column;
        return where.isEmpty() ? amount : "CASE WHEN " + condition() + " THEN " + amount + " END";
    }

    /** The rows that count, as a condition; true where all do. */
    String condition() {
        if (where.isEmpty()) {
            return "true";
        }
        return where.entrySet().stream()
                .map(each -> "%s IN (%s)".formatted(each.getKey(), literals(each.getValue())))
                .collect(Collectors.joining(" AND "));
    }

    private static String literals(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
