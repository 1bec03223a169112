package app.rotina.sources.inspect;

import java.util.List;
import java.util.stream.Stream;

/** Writes a draft down as a profile. */
final class DraftProfile {
    private final Target target;
    private final Columns columns;
    private final StatusWords statuses;
    private final Answers answers;
    private final DraftText text = new DraftText();

    DraftProfile(Target target, Columns columns, StatusWords statuses, Answers answers) {
        this.target = target;
        this.columns = columns;
        this.statuses = statuses;
        this.answers = answers;
    }

    String yaml(String id, List<String> numbers, List<String> dates) {
        text.line(0, "profile: " + id);
        answers.to(Answers.NAME).ifPresent(name -> text.line(0, "title: " + text.quoted(name)));
        answers.to(Answers.ZONE).ifPresent(zone -> text.line(0, "zone: " + zone));
        answers.to(Answers.CURRENCY).ifPresent(code -> text.line(0, "currency: " + code));
        text.line(0, "numbers: [" + String.join(", ", numbers) + "]");
        text.line(0, "dates: " + text.list(dates));
        text.line(0, "files:");
        text.line(1, target.id() + ":");
        text.line(2, "columns:");
        columns.fields().forEach(this::column);
        if (columns.has("source_status")) {
            text.line(3, "status: " + statuses.yaml(text.quoted(columns.header("source_status"))));
        }
        text.line(2, "compute:");
        compute();
        text.raw(target.text());
        return text.toString();
    }

    /** Every column is needed: a file without one of them is another file. */
    private void column(String field) {
        String type =
                switch (field) {
                    case "email" -> ", contact: email";
                    case "phone" -> ", contact: phone";
                    default -> Contents.isId(field) || field.equals("sku") ? ", type: id" : "";
                };
        String need = target.need().contains(field) ? "value" : "column";
        String header = text.quoted(columns.header(field));
        text.line(3, field + ": {header: " + header + type + ", need: " + need + "}");
    }

    private void compute() {
        target.compute().forEach((name, value) -> text.line(3, name + ": " + value));
        customer();
        if (!target.hasOrders()) {
            text.line(3, "complete: {type: boolean, value: true}");
            return;
        }
        text.line(3, "knows_approval: " + columns.has("approved_at"));
        if (!columns.has("source_status")) {
            text.line(3, "status: approved");
        }
        if (target.need().contains("order_total")) {
            orderAmount();
        }
        amounts();
    }

    private void customer() {
        List<String> contacts = Stream.of("email", "phone").filter(columns::has).toList();
        if (!contacts.isEmpty() && !columns.has("customer_id")) {
            text.line(3, "customer_id: \"= first(" + String.join(", ", contacts) + ")\"");
        }
    }

    /** An order's goods as one line: its total without shipping. */
    private void orderAmount() {
        boolean shipping = columns.has("order_shipping");
        text.line(3, "line_id: \"= concat(order_id, '/1')\"");
        text.line(
                3,
                "amount: \"= "
                        + (shipping
                                ? "first(order_total - order_shipping, order_total)"
                                : "order_total")
                        + "\"");
    }

    private void amounts() {
        boolean given = columns.has("amount") || target.need().contains("order_total");
        boolean discount = columns.has("discount");
        text.line(3, "occurred_at: \"= placed_at\"");
        if (given) {
            String gross = discount ? "first(amount + discount, amount)" : "amount";
            text.line(3, "gross: \"= " + gross + "\"");
            return;
        }
        text.line(3, "gross: \"= unit_price * quantity\"");
        String amount = discount ? "first(gross - discount, gross)" : "gross";
        text.line(3, "amount: \"= " + amount + "\"");
    }
}
