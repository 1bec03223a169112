package app.rotina.warehouse;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    /** The answer as it was kept, or else as it is read now. */
    List<Cell> answer(String store, Slice slice, Supplier<List<Cell>> read) {
        Question question = new Question(store, generation.applyAsLong(store), slice);
        @Nullable List<Cell> kept = kept(question);
        if (kept != null) {
            return kept;
        }
        List<Cell> found = read.get();
        if (found.size() <= LONGEST) {
            keep(question, found);
        }
        return found;
    }

    private synchronized @Nullable List<Cell> kept(Question question) {
        return answers.get(question);
    }

    private synchronized void keep(Question question, List<Cell> found) {
        @Nullable List<Cell> before = answers.put(question, found);
        cells += size(found) - (before == null ? 0 : size(before));
        Iterator<List<Cell>> oldest = answers.values().iterator();
        while (cells > MOST_CELLS) {
            cells -= size(oldest.next());
            oldest.remove();
        }
    }

    /** An empty answer takes room, too. */
    private static int size(List<Cell> answer) {
        return 1 + answer.size();
    }
}
