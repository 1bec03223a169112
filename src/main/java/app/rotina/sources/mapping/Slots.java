package app.rotina.sources.mapping;

import app.rotina.sources.grammar.Misfit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a file's rows by name, in the order in which they are defined. */
final class Slots {
    private final List<Slot> all = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    /** The index of the name, new or, with the same kind, known. */
    int define(String name, Kind kind) {
        @Nullable Integer known = indexes.get(name);
        if (known == null) {
            all.add(new Slot(name, kind));
            indexes.put(name, all.size() - 1);
            return all.size() - 1;
        }
        if (all.get(known).kind().type() != kind.type()) {
            throw new Misfit("of_two_types", name);
        }
        return known;
    }

    boolean has(String name) {
        return indexes.containsKey(name);
    }

    int index(String name) {
        @Nullable Integer index = indexes.get(name);
        if (index == null) {
            throw new Misfit("no_column", name);
        }
        return index;
    }

    Kind kind(String name) {
        return all.get(index(name)).kind();
    }

    List<Slot> all() {
        return List.copyOf(all);
    }
}
