package app.rotina.warehouse;

import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Fact;
import app.rotina.sources.Facts;
import app.rotina.sources.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of one fact as delivered: its fields, the store day of every instant, provenance. */
record FactTable(Fact fact) {

    /** Columns every fact row has beside its fields. */
    static final List<String> OWN =
            List.of(
                    "_id",
                    "_group",
                    "_import",
                    "_record",
                    "_hi",
                    "_lo",
                    "_version",
                    "_latest",
                    "_hand");

    static List<FactTable> all() {
        return Facts.all().stream().map(FactTable::new).toList();
    }

    static FactTable of(String fact) {
        return new FactTable(Facts.of(fact));
    }

    String name() {
        return "fact_" + fact.id();
    }

    String ddl() {
        return """
        CREATE TABLE IF NOT EXISTS %s (_id UHUGEINT, _group UHUGEINT, _import INTEGER, _record BIGINT,
        _hi BIGINT, _lo BIGINT, _version TIMESTAMP, _latest TIMESTAMP, _hand BOOLEAN, %s)\
        """
                .formatted(name(), columns(fact.fields()));
    }

    /**
     * Adds the columns of fields that the fact did not have when the table was made.
     *
     * @param there {@code table.column} of all that there are
     */
    List<String> additions(Set<String> there) {
        return fact.fields().stream()
                .flatMap(FactTable::definitions)
                .filter(each -> !there.contains(name() + "." + each.split(" ", 2)[0]))
                .map(("ALTER TABLE " + name() + " ADD COLUMN %s")::formatted)
                .toList();
    }

    /** The columns of typed fields; an instant brings its store day along. */
    static String columns(List<Field> fields) {
        return fields.stream().flatMap(FactTable::definitions).collect(Collectors.joining(", "));
    }

    private static Stream<String> definitions(Field field) {
        String name = field.name();
        return switch (field.type()) {
            case TEXT -> Stream.of(name + " VARCHAR");
            case MONEY, NUMBER -> Stream.of(name + " DECIMAL(18, 4)");
            case INTEGER -> Stream.of(name + " BIGINT");
            case INSTANT -> Stream.of(name + " TIMESTAMP", name + "_day DATE");
            case DATE -> Stream.of(name + " DATE");
            case BOOLEAN -> Stream.of(name + " BOOLEAN");
        };
    }

    /** The column that holds a row's store day. */
    String dayColumn() {
        String day = String.valueOf(fact.day());
        return fact.field(day).type() == Field.Type.DATE ? day : day + "_day";
    }

    /** True where the row's id is made from the values of the fact's own key. */
    boolean naturalKey(Emission emission) {
        if (fact.ownIds()) {
            return false;
        }
        return fact.coverage() == Fact.Coverage.ROWS
                || emission.columns().keySet().containsAll(fact.key());
    }

    /** The target and source columns of an emission, instants with their day. */
    List<String[]> pairs(Emission emission) {
        List<String[]> pairs = new ArrayList<>();
        emission.columns().forEach((field, column) -> addPair(pairs, field, column));
        return pairs;
    }

    /** One side of such pairs, as a list of columns. */
    static String side(List<String[]> pairs, int side) {
        return pairs.stream().map(pair -> pair[side]).collect(Collectors.joining(", "));
    }

    private void addPair(List<String[]> pairs, String field, String column) {
        pairs.add(new String[] {field, column});
        if (fact.field(field).type() == Field.Type.INSTANT) {
            pairs.add(new String[] {field + "_day", column + "_day"});
        }
    }
}
