package app.rotina.sources.inspect;

import app.rotina.sources.Question;
import app.rotina.sources.ReadingContext;
import app.rotina.sources.file.Look;
import app.rotina.sources.grammar.CellText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A proposed profile for an unknown file, from its header's words and its first records. */
public final class Draft {
    private final Target target;
    private final List<String> header;
    private final List<List<String>> sample;
    private final Map<String, Integer> columns;
    private final ColumnDates dates;
    private final StatusWords statuses;

    private Draft(
            Target target, List<String> header, List<List<String>> sample, ColumnDates dates) {
        this.target = target;
        this.header = header;
        this.sample = sample;
        this.columns = target.columns(header);
        this.dates = dates;
        this.statuses = new StatusWords(values("source_status"));
    }

    /** The proposal that explains most of the header. */
    public static Draft of(Look look, ReadingContext context) {
        ColumnDates dates = new ColumnDates(context.store(), context.clock(), context.answers());
        return Target.ALL.stream()
                .map(target -> new Draft(target, look.header(), look.preview(), dates))
                .max(Comparator.comparingInt(Draft::fit))
                .orElseThrow();
    }

    /** True where all that a profile needs was found. */
    public boolean isComplete() {
        return target.missing(columns).isEmpty();
    }

    /** The questions that header and content leave open, those about numbers apart. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (String field : target.missing(columns)) {
            questions.add(new Question("field", List.of(field), unused()));
        }
        dateColumns()
                .forEach(field ->
                        dates.question(headerOf(field), values(field)).ifPresent(questions::add));
        if (!statuses.unknown().isEmpty()) {
            questions.add(
                    new Question(
                            "statuses",
                            List.of(String.join(", ", statuses.unknown())),
                            StatusWords.STATUSES));
        }
        columns.keySet().stream()
                .map(field -> MoneySigns.question(headerOf(field), values(field)))
                .flatMap(Optional::stream)
                .forEach(questions::add);
        return List.copyOf(questions);
    }

    /**
     * The profile as text.
     *
     * @param numbers the grammars its numbers may follow
     */
    public String yaml(String id, List<String> numbers) {
        DraftText text = new DraftText();
        text.line(0, "profile: " + id);
        text.line(0, "numbers: [" + String.join(", ", numbers) + "]");
        text.line(0, "dates: " + text.list(dateFormats()));
        text.line(0, "files:");
        text.line(1, target.id() + ":");
        text.line(2, "columns:");
        columns.keySet().forEach(field -> column(text, field));
        if (columns.containsKey("source_status")) {
            text.line(3, "status: " + statuses.yaml(text.quoted(headerOf("source_status"))));
        }
        text.line(2, "compute:");
        compute(text);
        text.raw(target.text());
        return text.toString();
    }

    private void column(DraftText text, String field) {
        String needed = target.need().contains(field) ? ", need: value" : "";
        String type =
                switch (field) {
                    case "email" -> ", contact: email";
                    case "phone" -> ", contact: phone";
                    case "order_id", "sku", "customer_id" -> ", type: id";
                    default -> "";
                };
        text.line(3, field + ": {header: " + text.quoted(headerOf(field)) + type + needed + "}");
    }

    private void compute(DraftText text) {
        target.compute().forEach((name, value) -> text.line(3, name + ": " + value));
        boolean orders = target.compute().containsKey("document");
        if (!orders) {
            text.line(3, "complete: {type: boolean, value: true}");
            return;
        }
        text.line(3, "knows_approval: " + columns.containsKey("approved_at"));
        if (!columns.containsKey("source_status")) {
            text.line(3, "status: approved");
        }
        if (!columns.containsKey("customer_id")) {
            customer(text);
        }
        if (target.id().equals("sales")) {
            amounts(text);
        }
    }

    private void customer(DraftText text) {
        List<String> contacts =
                List.of("email", "phone").stream().filter(columns::containsKey).toList();
        if (!contacts.isEmpty()) {
            text.line(3, "customer_id: \"= first(" + String.join(", ", contacts) + ")\"");
        }
    }

    private void amounts(DraftText text) {
        boolean discount = columns.containsKey("discount");
        text.line(3, "occurred_at: \"= placed_at\"");
        if (!columns.containsKey("amount")) {
            text.line(3, "gross: \"= unit_price * quantity\"");
            text.line(
                    3,
                    "amount: \"= "
                            + (discount ? "first(gross - discount, gross)" : "gross")
                            + "\"");
        } else {
            text.line(
                    3,
                    "gross: \"= "
                            + (discount ? "first(amount + discount, amount)" : "amount")
                            + "\"");
        }
    }

    private int fit() {
        int missing = target.missing(columns).size();
        return missing == 0 ? 100 + columns.size() : columns.size() - 10 * missing;
    }

    private List<String> dateFormats() {
        List<String> formats = new ArrayList<>();
        for (String field : dateColumns()) {
            String format = dates.format(values(field));
            if (!formats.contains(format)) {
                formats.add(format);
            }
        }
        return formats.isEmpty() ? List.of("iso") : formats;
    }

    private List<String> dateColumns() {
        return columns.keySet().stream()
                .filter(field -> field.equals("day") || field.endsWith("_at"))
                .toList();
    }

    private List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!columns.containsValue(i) && !header.get(i).isBlank()) {
                unused.add(header.get(i));
            }
        }
        return List.copyOf(new TreeSet<>(unused));
    }

    private String headerOf(String field) {
        return header.get(Objects.requireNonNull(columns.get(field)));
    }

    private List<String> values(String field) {
        @Nullable Integer column = columns.get(field);
        return column == null
                ? List.of()
                : sample.stream()
                        .map(row -> CellText.clean(row.get(column)))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }
}
