package app.rotina.sources.mapping;

import app.rotina.sources.Fact;
import app.rotina.sources.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fact that rows become. Fields are taken from the columns of their names; {@code fields}
 * says which are taken from elsewhere, and with {@code ~} which not at all.
 */
final class EmitReader {
    private static final String NOT_AT_ALL = "~";

    private final Slots slots;

    EmitReader(Slots slots) {
        this.slots = slots;
    }

    Emit read(Yaml emit, Fact fact, boolean flagged) {
        emit.only(Set.of("fact", "when", "fields"));
        Map<String, String> columns = columns(emit.at("fields"), fact);
        @Nullable Condition when =
                emit.at("when").isAbsent()
                        ? null
                        : new ConditionReader(slots).read(emit.at("when"));
        @Nullable Integer flag = flagged || when != null ? flag(emit, fact) : null;
        return new Emit(fact.id(), Collections.unmodifiableMap(columns), flag, when);
    }

    private int flag(Yaml emit, Fact fact) {
        String name = "is_" + fact.id();
        for (int i = 2; slots.has(name); i++) {
            name = "is_" + fact.id() + "_" + i;
        }
        String free = name;
        return emit.check(() -> slots.define(free, Kind.BOOLEAN));
    }

    private Map<String, String> columns(Yaml fields, Fact fact) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Field field : fact.fields()) {
            if (slots.has(field.name())) {
                columns.put(field.name(), field.name());
            }
        }
        fields.entries().forEach((name, column) -> change(columns, fact, name, column));
        columns.forEach((field, column) -> requireType(fields, fact.field(field), column));
        return columns;
    }

    private void change(Map<String, String> columns, Fact fact, String name, Yaml column) {
        column.check(() -> fact.field(name));
        @Nullable String source = column.optionalText();
        if (source == null || source.equals(NOT_AT_ALL)) {
            columns.remove(name);
            return;
        }
        column.check(() -> slots.index(source));
        columns.put(name, source);
    }

    private void requireType(Yaml place, Field field, String column) {
        Field.Type found = slots.kind(column).type();
        if (found != field.type()) {
            throw place.at(field.name()).fails("types_of", column, found, field.type());
        }
    }
}
