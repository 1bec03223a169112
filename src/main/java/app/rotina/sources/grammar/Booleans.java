package app.rotina.sources.grammar;

import java.util.Locale;
import java.util.Set;

/** Yes and no, as people and tools write them in three languages. */
public final class Booleans {
    private static final Set<String> YES =
            Set.of("true", "yes", "y", "1", "sim", "s", "verdadeiro", "是", "有", "x");
    private static final Set<String> NO =
            Set.of("false", "no", "n", "0", "não", "nao", "falso", "否", "无");

    private Booleans() {}

    public static boolean read(String cleaned) {
        String word = CellText.narrowed(cleaned).toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new Refused("boolean_bad", cleaned);
    }
}
