package app.rotina.sources.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a file that its profile does not know, such as a platform's new status. */
final class NewWords {
    private static final int MOST = 10;

    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    void met(String column, String word) {
        Set<String> known = words.computeIfAbsent(column, any -> new LinkedHashSet<>());
        if (known.size() < MOST) {
            known.add(word);
        }
    }

    Map<String, List<String>> byColumn() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        words.forEach((column, known) -> lists.put(column, List.copyOf(known)));
        return lists;
    }
}
