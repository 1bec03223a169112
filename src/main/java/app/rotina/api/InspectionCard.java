package app.rotina.api;

import app.rotina.kernel.Money;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.sources.Delivery;
import app.rotina.sources.Field;
import app.rotina.sources.Inspection;
import app.rotina.sources.Proposal;
import app.rotina.sources.Question;
import app.rotina.sources.RejectedRow;
import app.rotina.sources.SourceRow;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A first look at the tables of a file: one, or one for each entry of an archive.
 *
 * @param store whose zone and currency it was read with; absence: nobody's
 */
record InspectionCard(
        @Nullable String store, String zone, String currency, List<TableCard> tables) {
    static final String NO_STORE = "";

    /**
     * One table.
     *
     * @param recognised the known kind of file it is, such as {@code olist/items}
     * @param proposal where it is unknown: how it would be understood
     * @param profile where it is unknown: a profile that reads it, as YAML; absence: too little of
     *     it is understood
     * @param rows the first rows as they would be taken in, flat, by field
     * @param rejected those of the first rows that could not be taken in
     * @param problem why it cannot be taken in although it is understood; absence: it can
     * @param count how many of its rows could be taken in
     */
    record TableCard(
            String name,
            @Nullable String recognised,
            @Nullable ProposalCard proposal,
            @Nullable String profile,
            @Nullable String problem,
            String format,
            @Nullable String encoding,
            @Nullable String delimiter,
            @JsonProperty("header_row") int headerRow,
            List<String> header,
            List<QuestionCard> questions,
            List<String> warnings,
            List<Map<String, @Nullable Object>> rows,
            List<RejectedCard> rejected,
            CountCard count) {}

    /**
     * @param columns field → the header it was found under
     * @param fields all fields such a file can have
     * @param statuses the words of its status column and what they mean
     */
    record ProposalCard(
            String kind,
            Map<String, String> columns,
            List<String> fields,
            Map<String, String> statuses) {}

    /**
     * @param whole false where only the first rows were counted
     */
    record CountCard(long read, long waiting, boolean whole) {}

    /**
     * @param answer the name its answer is given under
     * @param question a sentence in the language asked for
     * @param options empty: there is nothing to choose
     */
    record QuestionCard(String key, String answer, String question, List<String> options) {}

    /** A row that could not be taken in; {@code reason} is a sentence. */
    record RejectedCard(
            long line,
            @Nullable String column,
            @Nullable String value,
            String reason,
            List<String> cells) {}

    static InspectionCard of(List<Inspection> inspections, Store store, Texts texts) {
        return new InspectionCard(
                store.id().equals(NO_STORE) ? null : store.id(),
                store.zone().getId(),
                store.currency().getCurrencyCode(),
                inspections.stream().map(one -> table(one, store, texts)).toList());
    }

    private static TableCard table(Inspection table, Store store, Texts texts) {
        boolean text = table.format().equals("delimited");
        return new TableCard(
                table.name(),
                table.recognised(),
                table.proposal() == null ? null : proposal(table.proposal()),
                table.profile(),
                table.problem() == null ? null : table.problem().in(texts),
                table.format(),
                text ? table.encoding() : null,
                text ? table.delimiter() : null,
                table.headerRow(),
                table.header(),
                table.questions().stream().map(one -> question(one, texts)).toList(),
                table.warnings().stream().map(one -> one.in(texts)).toList(),
                table.rows().stream().map(row -> row(row, table.delivery(), store)).toList(),
                table.rejected().stream().map(row -> rejected(row, texts)).toList(),
                new CountCard(
                        table.count().read(), table.count().waiting(), table.count().whole()));
    }

    private static ProposalCard proposal(Proposal proposal) {
        Map<String, String> columns = new LinkedHashMap<>();
        proposal.places().forEach(place -> columns.put(place.field(), place.header()));
        return new ProposalCard(proposal.kind(), columns, proposal.fields(), proposal.statuses());
    }

    private static QuestionCard question(Question question, Texts texts) {
        return new QuestionCard(
                question.key(), question.answer(), question.in(texts), question.options());
    }

    private static Map<String, @Nullable Object> row(
            SourceRow row, @Nullable Delivery delivery, Store store) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        List<Field> fields = delivery == null ? List.of() : delivery.fields();
        for (int i = 0; i < fields.size(); i++) {
            cells.put(fields.get(i).name(), value(row.values()[i], fields.get(i), store));
        }
        return cells;
    }

    private static @Nullable Object value(@Nullable Object value, Field field, Store store) {
        Currency currency = store.currency();
        return switch (value) {
            case null -> null;
            case BigDecimal number when field.type() == Field.Type.MONEY ->
                    Money.plain(number, currency);
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Long count -> count;
            case Boolean yes -> yes;
            default -> value.toString();
        };
    }

    private static RejectedCard rejected(RejectedRow row, Texts texts) {
        return new RejectedCard(
                row.line(),
                row.column(),
                row.value(),
                texts.say(row.textKey(), row.arguments().toArray()),
                row.cells());
    }
}
