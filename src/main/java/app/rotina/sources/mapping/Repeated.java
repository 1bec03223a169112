package app.rotina.sources.mapping;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices a key that comes again in one file, where the later row would take the place of the
 * earlier and its figures be lost. It remembers a bounded number of keys.
 */
final class Repeated {
    private static final int MOST = 1_000_000;

    private final int[] key;
    private final RowHash hash = new RowHash();
    private final Set<Long> met = new HashSet<>();

    Repeated(int[] key) {
        this.key = key;
    }

    boolean isNew(@Nullable Object[] row) {
        if (met.size() >= MOST) {
            return true;
        }
        @Nullable Object[] values = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            values[i] = row[key[i]];
        }
        return met.add(hash.of(values)[0]);
    }
}
