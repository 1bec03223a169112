package app.rotina.routine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers that were worked out lately, by what they rest on; the one not asked longest goes. */
final class Memo<K, V> {
    private static final int MOST = 500;

    private final Map<K, V> answers =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                    return size() > MOST;
                }
            };

    V of(K question, Supplier<V> answer) {
        @Nullable V known;
        synchronized (answers) {
            known = answers.get(question);
        }
        if (known != null) {
            return known;
        }
        V found = answer.get();
        synchronized (answers) {
            answers.put(question, found);
        }
        return found;
    }
}
