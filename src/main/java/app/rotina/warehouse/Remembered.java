package app.rotina.warehouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers to slices, kept while their store's contents are unchanged; of all stores together the
 * ones asked for last, and none that is long. Thread-safe.
 */
final class Remembered {
    private static final int MOST_CELLS = 100_000;
    private static final int LONGEST = MOST_CELLS / 5;

    private final ToLongFunction<String> generation;
    private final Map<Question, List<Cell>> answers = new LinkedHashMap<>(64, 0.75f, true);
    private long cells;

    /**
     * @param generation a number of each store that grows with every write to it
     */
    Remembered(ToLongFunction<String> generation) {
        this.generation = generation;
    }

    private record Question(String store, long generation, Slice slice) {}

    /** The answers as they were kept; those that were not, as they are read now. */
    List<List<Cell>> answer(
            String store, List<Slice> slices, Function<List<Slice>, List<List<Cell>>> read) {
        long now = generation.applyAsLong(store);
        List<@Nullable List<Cell>> kept = new ArrayList<>();
        List<Slice> unknown = new ArrayList<>();
        for (Slice slice : slices) {
            @Nullable List<Cell> cells = kept(new Question(store, now, slice));
            kept.add(cells);
            if (cells == null) {
                unknown.add(slice);
            }
        }
        Iterator<List<Cell>> found =
                unknown.isEmpty() ? Collections.emptyIterator() : read.apply(unknown).iterator();
        List<List<Cell>> all = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            @Nullable List<Cell> cells = kept.get(i);
            all.add(
                    cells != null
                            ? cells
                            : keep(new Question(store, now, slices.get(i)), found.next()));
        }
        return all;
    }

    private synchronized @Nullable List<Cell> kept(Question question) {
        return answers.get(question);
    }

    private synchronized List<Cell> keep(Question question, List<Cell> found) {
        if (found.size() > LONGEST) {
            return found;
        }
        @Nullable List<Cell> before = answers.put(question, found);
        cells += size(found) - (before == null ? 0 : size(before));
        Iterator<List<Cell>> oldest = answers.values().iterator();
        while (cells > MOST_CELLS) {
            cells -= size(oldest.next());
            oldest.remove();
        }
        return found;
    }

    /** An empty answer takes room, too. */
    private static int size(List<Cell> answer) {
        return 1 + answer.size();
    }
}
