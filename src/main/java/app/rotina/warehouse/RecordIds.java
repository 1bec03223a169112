package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What staged records, their groups and the facts they become are known by, as expressions. */
final class RecordIds {
    private final Delivery delivery;
    private final FactTable table;
    private final List<Long> mends;
    private final Gaps gaps;
    private final boolean landed;

    /**
     * @param landed true where landed rows are taken in anew: they keep the ids they had
     */
    RecordIds(Delivery delivery, List<Long> mends, Gaps gaps, boolean landed) {
        this.delivery = delivery;
        this.table = FactTable.of(delivery.primary().fact());
        this.mends = mends;
        this.gaps = gaps;
        this.landed = landed;
    }

    String ofRecord() {
        if (landed) {
            return Landing.ID;
        }
        if (table.naturalKey(delivery.primary()) && !bringsDaysWhole()) {
            return table.fact().coverage() == Fact.Coverage.ROWS
                    ? occurrenceOf(naturalValues(delivery.primary()))
                    : of(delivery.primary());
        }
        if (!delivery.key().isEmpty()) {
            return hash("'" + delivery.name() + "'", texts(delivery.key()));
        }
        if (delivery.group() != null && !mends.isEmpty()) {
            return mendedId();
        }
        return delivery.group() == null
                ? numbered("_hi, _lo", "0")
                : numbered(delivery.group(), gaps.before(delivery.group()));
    }

    /** Known by its number among those that are like it; a row that waits keeps its own. */
    private String numbered(String likeness, String lacking) {
        return hash(
                "'" + delivery.name() + "'",
                "%1$s, row_number() OVER (PARTITION BY %1$s ORDER BY _record) + %2$s"
                        .formatted(likeness, lacking));
    }

    /** Its rows stand beside those that files have of the same days, and never in their place. */
    private boolean bringsDaysWhole() {
        return delivery.group() != null && table.fact().coverage() == Fact.Coverage.ROWS;
    }

    /** A line mended later stands beside the lines of its order that came before it. */
    private String mendedId() {
        return hash(
                "'" + delivery.name() + "'",
                delivery.group() + ", 'mended', list_extract(%s, _record)".formatted(mends));
    }

    /** Daily rows of the same key add up; each is known by its number among them. */
    private String occurrenceOf(String values) {
        return hash(
                "'" + delivery.primary().fact() + "'",
                values
                        + ", row_number() OVER (PARTITION BY %s ORDER BY _record)"
                                .formatted(values));
    }

    /** The id of the fact row that a record becomes by the given emission. */
    String of(Emission emission) {
        FactTable own = FactTable.of(emission.fact());
        if (own.naturalKey(emission)) {
            return hash("'" + emission.fact() + "'", naturalValues(emission));
        }
        // every line of an order may tell of the same refund: it is one, of this kind of file
        return emission.columns().keySet().containsAll(own.fact().key())
                ? hash(
                        "'%s/%s'".formatted(emission.fact(), delivery.name()),
                        naturalValues(emission))
                : hash("'" + emission.fact() + "'", "_id");
    }

    private static String naturalValues(Emission emission) {
        List<String> columns = new ArrayList<>();
        for (String field : FactTable.of(emission.fact()).fact().key()) {
            columns.add(emission.columns().getOrDefault(field, "''"));
        }
        return texts(columns);
    }

    private static String texts(List<String> columns) {
        return columns.stream()
                .map("coalesce(CAST(%s AS VARCHAR), '')"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String hash(String scope, String values) {
        return "md5_number(concat_ws('|', %s, %s))".formatted(scope, values);
    }

    /** Absence: its rows come each by itself. */
    String ofGroup() {
        @Nullable String group = delivery.group();
        return group == null ? "CAST(NULL AS UHUGEINT)" : ofGroup(group);
    }

    /** The one that is called what the expression says. */
    String ofGroup(String name) {
        return hash("'" + delivery.name() + "'", texts(List.of(name)));
    }
}
