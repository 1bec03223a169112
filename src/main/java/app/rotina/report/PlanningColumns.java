package app.rotina.report;

import app.rotina.report.SheetColumn.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The columns of the daily planning sheet (planilha de planejamento diário): revenue, orders by
 * exclusive channel lines, conversion, ticket, sessions, cost per session, spend and return.
 *
 * @param revenue the metric the store's goals are on
 * @param matchedOrders order lines whose traffic is counted (site, chat, recovered): conversion's
 * @param otherOrders order lines without traffic (marketplaces); empty: there are none
 * @param label a metric's name in the store's language
 */
public record PlanningColumns(
        String revenue,
        List<String> matchedOrders,
        List<String> otherOrders,
        UnaryOperator<String> label) {
    private static final String PLACED = "placed_revenue";
    private static final List<String> TRAFFIC = List.of("site_visits", "conversations");

    public List<SheetColumn> all() {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(entered(revenue, Unit.MONEY));
        if (!revenue.equals(PLACED)) {
            columns.add(entered(PLACED, Unit.MONEY)); // what the ticket is a mean of
        }
        List<String> lines = new ArrayList<>(matchedOrders);
        lines.addAll(otherOrders);
        lines.forEach(line -> columns.add(entered(line, Unit.COUNT)));
        columns.add(SheetColumn.sum("orders", label.apply("orders"), Unit.COUNT, lines));
        columns.add(conversion());
        columns.add(ratio("average_order_value", Unit.MONEY, PLACED, "orders"));
        TRAFFIC.forEach(traffic -> columns.add(entered(traffic, Unit.COUNT)));
        columns.add(SheetColumn.sum("sessions", label.apply("sessions"), Unit.COUNT, TRAFFIC));
        columns.add(ratio("cost_per_session", Unit.MONEY, "ad_spend", "sessions"));
        columns.add(entered("ad_spend", Unit.MONEY));
        columns.add(ratio("blended_roas", Unit.MULTIPLE, revenue, "ad_spend"));
        return List.copyOf(columns);
    }

    private SheetColumn conversion() {
        return new SheetColumn(
                "conversion_rate",
                label.apply("conversion_rate"),
                Unit.SHARE,
                new SheetColumn.RatioOf(List.copyOf(matchedOrders), List.of("sessions")));
    }

    private SheetColumn entered(String metric, Unit unit) {
        return SheetColumn.entered(metric, label.apply(metric), unit);
    }

    private SheetColumn ratio(String metric, Unit unit, String numerator, String denominator) {
        return SheetColumn.ratio(metric, label.apply(metric), unit, numerator, denominator);
    }
}
