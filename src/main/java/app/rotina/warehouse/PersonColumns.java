package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.sources.Field;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where people stand in delivered rows: under a contact's token, or a source's own number. */
final class PersonColumns {
    private static final Set<String> PERSON_FIELDS = Set.of("customer_id", "person");
    private static final int TOKEN_LENGTH = 22;

    private PersonColumns() {}

    static List<String> texts(Delivery delivery) {
        return delivery.fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT)
                .map(Field::name)
                .toList();
    }

    /** A condition on the column: a source's own number is sought where people stand, only. */
    static String mayHold(Delivery delivery, String column) {
        boolean person =
                delivery.emissions().stream()
                        .anyMatch(emission ->
                                PERSON_FIELDS.stream()
                                        .anyMatch(field ->
                                                column.equals(emission.columns().get(field))));
        return person ? column + " IS NOT NULL" : "length(%s) = %d".formatted(column, TOKEN_LENGTH);
    }

    static String quoted(Collection<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
