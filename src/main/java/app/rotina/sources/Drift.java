package app.rotina.sources;

import app.rotina.sources.mapping.FileProfile;
import app.rotina.sources.mapping.Recognition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How the columns of a file differ from those of the file of its kind before it. */
final class Drift {
    private static final int NAMED = 10;
    private static final int LETTERS = 60;

    private Drift() {}

    /**
     * Columns that are gone, and such as nobody takes in; nothing where the file is in other words
     * altogether.
     */
    static List<Warning> between(List<String> before, List<String> now, FileProfile file) {
        if (before.stream().filter(now::contains).count() * 2 < before.size()) {
            return List.of();
        }
        List<String> fresh = new ArrayList<>(Recognition.unread(file, now));
        fresh.removeAll(before);
        List<Warning> warnings = new ArrayList<>();
        add(warnings, "columns_gone", Recognition.gone(file, before, now));
        add(warnings, "columns_new", fresh);
        return warnings;
    }

    private static void add(List<Warning> warnings, String key, List<String> columns) {
        List<String> named =
                columns.stream()
                        .filter(Predicate.not(String::isBlank))
                        .limit(NAMED)
                        .map(name -> name.substring(0, Math.min(name.length(), LETTERS)))
                        .toList();
        if (!named.isEmpty()) {
            warnings.add(new Warning(key, List.of(String.join(", ", named))));
        }
    }
}
