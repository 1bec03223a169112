package app.rotina.web;

import app.rotina.metrics.Metric.Unit;
import app.rotina.sources.Delivery;
import app.rotina.sources.Field;
import app.rotina.sources.Inspection;
import app.rotina.sources.Inspection.Count;
import app.rotina.sources.Inspection.Refusals;
import app.rotina.sources.Proposal;
import app.rotina.sources.RejectedRow;
import app.rotina.sources.SourceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table as they would be taken in, and how many would wait.
 *
 * @param counted how many rows can be taken in, as a sentence; absence: none could be read yet
 * @param refusals why rows would wait, with the first of each
 */
record FilePreview(
        List<String> labels,
        List<List<String>> rows,
        @Nullable String counted,
        boolean waiting,
        List<String> refusals) {
    private static final int ROWS = 5;
    private static final int REASONS = 5;

    /** Contacts become tokens, which say nothing to people. */
    private static final Set<String> TOKENS = Set.of("email", "phone");

    static FilePreview of(Inspection look, Screen screen) {
        @Nullable Delivery delivery = look.delivery();
        @Nullable Proposal proposal = look.proposal();
        List<Integer> shown =
                delivery == null || proposal == null ? List.of() : shown(delivery, proposal);
        return new FilePreview(
                shown.stream().map(i -> label(fields(delivery).get(i), screen)).toList(),
                look.rows().stream()
                        .limit(ROWS)
                        .map(row -> row(row, fields(delivery), shown, screen))
                        .toList(),
                look.count().read() == 0 ? null : counted(look.count(), screen.words()),
                look.count().waiting() > 0,
                look.count().refused().stream()
                        .limit(REASONS)
                        .map(one -> refusal(one, screen.words()))
                        .toList());
    }

    private static List<Field> fields(@Nullable Delivery delivery) {
        return delivery == null ? List.of() : delivery.fields();
    }

    /**
     * The fields a person put somewhere, in the order they are asked for, and what was made of
     * them.
     */
    private static List<Integer> shown(Delivery delivery, Proposal proposal) {
        List<String> names = new ArrayList<>();
        for (String field : proposal.fields()) {
            boolean placed = proposal.places().stream().anyMatch(p -> p.field().equals(field));
            if (field.equals("source_status") && placed) {
                names.add("status");
            } else if ((placed && !TOKENS.contains(field)) || field.equals("amount")) {
                names.add(field);
            }
        }
        List<String> delivered = delivery.fields().stream().map(Field::name).toList();
        return names.stream().map(delivered::indexOf).filter(i -> i >= 0).toList();
    }

    private static String label(Field field, Screen screen) {
        return screen.words().sayOr("sources.field." + field.name(), field.name());
    }

    private static List<String> row(
            SourceRow row, List<Field> fields, List<Integer> shown, Screen screen) {
        return shown.stream().map(i -> cell(row.values()[i], fields.get(i), screen)).toList();
    }

    private static String cell(@Nullable Object value, Field field, Screen screen) {
        Words words = screen.words();
        return switch (value) {
            case null -> "—";
            case BigDecimal amount when field.type() == Field.Type.MONEY ->
                    screen.figures().text(amount, Unit.MONEY);
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Long count -> words.count(count);
            case Instant at -> moment(at, screen);
            case LocalDate day -> words.day(day);
            case String word when field.name().equals("status") ->
                    words.sayOr("sources.status." + word, word);
            default -> value.toString();
        };
    }

    /** A day alone where the file gives no time. */
    private static String moment(Instant at, Screen screen) {
        LocalDate day = LocalDate.ofInstant(at, screen.store().zone());
        boolean midnight = day.atStartOfDay(screen.store().zone()).toInstant().equals(at);
        return midnight
                ? screen.words().day(day)
                : screen.words().moment(at, screen.store().zone());
    }

    static String counted(Count count, Words words) {
        String key = count.whole() ? "web.import.count.whole" : "web.import.count.first";
        return words.say(key, count.read(), count.waiting());
    }

    static String refusal(Refusals refusals, Words words) {
        RejectedRow first = refusals.first();
        String reason = words.say(first.textKey(), first.arguments().toArray());
        return first.column() == null
                ? words.say("web.import.refused", refusals.count(), first.line(), reason)
                : words.say(
                        "web.import.refused_column",
                        refusals.count(),
                        first.line(),
                        reason,
                        first.column());
    }
}
