package app.rotina.warehouse;

import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Fact;
import app.rotina.sources.Facts;
import app.rotina.sources.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The columns of typed fields; an instant brings its store day along. */
    static String columns(List<Field> fields) {
        return fields.stream().map(FactTable::column).collect(Collectors.joining(", "));
    }

    private static String column(Field field) {
        return switch (field.type()) {
            case TEXT -> field.name() + " VARCHAR";
            case MONEY, NUMBER -> field.name() + " DECIMAL(18, 4)";
            case INTEGER -> field.name() + " BIGINT";
            case INSTANT -> "%1$s TIMESTAMP, %1$s_day DATE".formatted(field.name());
            case DATE -> field.name() + " DATE";
            case BOOLEAN -> field.name() + " BOOLEAN";
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
