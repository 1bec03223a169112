package app.rotina.sources.mapping;

import app.rotina.sources.grammar.Contacts;
import app.rotina.sources.grammar.RatioUnit;
import app.rotina.sources.mapping.Column.Need;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a column: {@code name: Header}, or with what it needs. */
final class ColumnReader {
    private static final Set<String> NAMES =
            Set.of(
                    "header",
                    "with",
                    "type",
                    "need",
                    "numbers",
                    "dates",
                    "words",
                    "otherwise",
                    "contact",
                    "unit",
                    "whole");

    private ColumnReader() {}

    static Column read(String name, Yaml column, Slots slots, FileReader.Kinds kinds) {
        requireName(column, name);
        if (!column.isMapping()) {
            Kind kind = kinds.of(column, name);
            return plain(name, column, slots, kind);
        }
        column.only(NAMES);
        Kind kind = kind(name, column, kinds);
        return new Column(
                define(name, column, slots, kind),
                name,
                kind,
                headers(column.at("header")),
                names(column.at("with")),
                need(column.at("need")),
                ReadingReader.numbers(column.at("numbers")),
                ReadingReader.dates(column.at("dates")),
                words(column.at("words")),
                column.at("otherwise").optionalText(),
                contact(column.at("contact")),
                unit(column.at("unit")),
                column.at("whole").flag());
    }

    static void requireName(Yaml place, String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw place.fails("name");
        }
    }

    private static Column plain(String name, Yaml column, Slots slots, Kind kind) {
        return new Column(
                define(name, column, slots, kind),
                name,
                kind,
                headers(column),
                List.of(),
                Need.NONE,
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                null,
                false);
    }

    private static int define(String name, Yaml column, Slots slots, Kind kind) {
        if (slots.has(name)) {
            throw column.fails("twice");
        }
        return column.check(() -> slots.define(name, kind));
    }

    private static Kind kind(String name, Yaml column, FileReader.Kinds kinds) {
        if (!column.at("contact").isAbsent()) {
            return Kind.CONTACT;
        }
        Yaml type = column.at("type");
        return type.isAbsent() ? kinds.of(column, name) : type.choice(Kind.class);
    }

    private static List<HeaderName> headers(Yaml header) {
        List<HeaderName> names = names(header);
        if (names.isEmpty()) {
            throw header.fails("no_header");
        }
        return names;
    }

    private static List<HeaderName> names(Yaml header) {
        return header.texts().stream().map(HeaderName::of).toList();
    }

    private static Need need(Yaml need) {
        return need.isAbsent() ? Need.NONE : need.choice(Need.class);
    }

    private static Map<String, String> words(Yaml words) {
        Map<String, String> plain = new HashMap<>();
        words.words().forEach((word, ours) -> plain.put(HeaderName.plain(word), ours));
        return Map.copyOf(plain);
    }

    private static Contacts.@Nullable Kind contact(Yaml contact) {
        return contact.isAbsent() ? null : contact.choice(Contacts.Kind.class);
    }

    private static @Nullable RatioUnit unit(Yaml unit) {
        return unit.isAbsent() ? null : unit.choice(RatioUnit.class);
    }
}
