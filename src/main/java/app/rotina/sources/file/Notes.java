package app.rotina.sources.file;

import app.rotina.sources.file.Row.Flaw;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with single characters of a text, counted from its start. */
final class Notes {
    private final TreeMap<Long, Flaw> notes = new TreeMap<>();

    void add(long at, Flaw flaw) {
        notes.put(at, flaw);
    }

    void dropBefore(long at) {
        if (!notes.isEmpty()) {
            notes.headMap(at).clear();
        }
    }

    void dropFrom(long at) {
        notes.tailMap(at).clear();
    }

    /** The first one, if it stands before that character. */
    @Nullable Flaw firstBefore(long at) {
        return notes.isEmpty() || notes.firstKey() >= at ? null : notes.firstEntry().getValue();
    }
}
