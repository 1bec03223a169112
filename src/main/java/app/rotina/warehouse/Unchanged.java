package app.rotina.warehouse;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The last answer read from each store's contents, kept while these are unchanged and the same is
 * asked. Thread-safe.
 */
public final class Unchanged<Q, A> {
    private final ToLongFunction<String> generation;
    private final Map<String, Kept<Q, A>> byStore = new ConcurrentHashMap<>();

    /**
     * @param generation a number of each store that grows with every write to it
     */
    public Unchanged(ToLongFunction<String> generation) {
        this.generation = generation;
    }

    private record Kept<Q, A>(long generation, Q question, A answer) {}

    /** The answer as it was kept, or else as it is read now. */
    public A answer(String store, Q question, Supplier<A> read) {
        long now = generation.applyAsLong(store);
        @Nullable Kept<Q, A> kept = byStore.get(store);
        if (kept == null || kept.generation() != now || !kept.question().equals(question)) {
            kept = new Kept<>(now, question, read.get());
            byStore.put(store, kept);
        }
        return kept.answer();
    }
}
