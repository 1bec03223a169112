package app.rotina.routine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The closes that were computed last, by store, day and all they rest on: while none of it changes,
 * a page need not compute the day again. Safe for use by several threads.
 */
final class RecentCloses {
    private static final int MOST = 500;

    private final Map<String, DailyClose> byInputs =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, DailyClose> eldest) {
                    return size() > MOST;
                }
            };

    synchronized Optional<DailyClose> of(String inputs) {
        @Nullable DailyClose close = byInputs.get(inputs);
        return Optional.ofNullable(close);
    }

    synchronized void keep(String inputs, DailyClose close) {
        byInputs.put(inputs, close);
    }
}
