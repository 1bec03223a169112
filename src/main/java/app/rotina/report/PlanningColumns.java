package app.rotina.report;

import app.rotina.report.SheetColumn.Entered;
import app.rotina.report.SheetColumn.RatioOf;
import app.rotina.report.SheetColumn.Source;
import app.rotina.report.SheetColumn.SumOf;
import app.rotina.report.SheetColumn.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The columns of the daily planning sheet (planilha de planejamento diário): revenue, orders by
 * exclusive channel lines, conversion, ticket, sessions, cost per session, spend and return.
 *
 * @param revenue the metric the store's goals are on
 * @param traffic what sessions are the sum of, as far as the store has it
 * @param label a metric's name in the store's language
 */
public record PlanningColumns(
        String revenue,
        Ticket ticket,
        OrderLines lines,
        List<String> traffic,
        UnaryOperator<String> label) {

    /** The metrics whose quotient is the average order value; each gets a column of its own. */
    public record Ticket(String revenue, String orders) {}

    /**
     * The lines that orders are the sum of.
     *
     * @param matched those whose traffic is counted (site, chat, recovered): conversion's
     * @param other those without traffic, such as marketplaces; empty: there are none
     */
    public record OrderLines(List<String> matched, List<String> other) {
        List<String> all() {
            return Stream.concat(matched.stream(), other.stream()).toList();
        }
    }

    public List<SheetColumn> all() {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(column(revenue, Unit.MONEY, new Entered()));
        lines.all().forEach(line -> columns.add(column(line, Unit.COUNT, new Entered())));
        columns.add(column("orders", Unit.COUNT, new SumOf(lines.all(), false)));
        columns.add(
                column(
                        "conversion_rate",
                        Unit.SHARE,
                        new RatioOf(lines.matched, List.of("sessions"))));
        addMissing(columns, ticket.revenue, Unit.MONEY);
        addMissing(columns, ticket.orders, Unit.COUNT);
        columns.add(ratio("average_order_value", Unit.MONEY, ticket.revenue, ticket.orders));
        traffic.forEach(one -> columns.add(column(one, Unit.COUNT, new Entered())));
        columns.add(column("sessions", Unit.COUNT, new SumOf(traffic, true)));
        columns.add(ratio("cost_per_session", Unit.MONEY, "ad_spend", "sessions"));
        columns.add(column("ad_spend", Unit.MONEY, new Entered()));
        columns.add(ratio("blended_roas", Unit.MULTIPLE, revenue, "ad_spend"));
        return List.copyOf(columns);
    }

    private void addMissing(List<SheetColumn> columns, String metric, Unit unit) {
        if (columns.stream().noneMatch(column -> column.metric().equals(metric))) {
            columns.add(column(metric, unit, new Entered()));
        }
    }

    private SheetColumn ratio(String metric, Unit unit, String numerator, String denominator) {
        return column(metric, unit, new RatioOf(List.of(numerator), List.of(denominator)));
    }

    private SheetColumn column(String metric, Unit unit, Source source) {
        return new SheetColumn(metric, label.apply(metric), unit, source);
    }
}
