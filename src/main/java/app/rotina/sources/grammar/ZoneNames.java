package app.rotina.sources.grammar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Abbreviations of zones that mean one offset in the files that write them. Those that mean several
 * (CST is Chicago's and Shanghai's) are not known: a time in them waits rather than be shifted.
 */
final class ZoneNames {
    private static final Map<String, Integer> HOURS = new TreeMap<>();

    static {
        known(-10, "HST");
        known(-9, "AKST");
        known(-8, "PST", "AKDT");
        known(-7, "PDT");
        known(-6, "MDT");
        known(-5, "EST", "CDT");
        known(-4, "EDT");
        known(-3, "BRT", "ART");
        known(-2, "BRST");
        known(0, "UTC", "GMT", "WET");
        known(1, "CET", "WEST");
        known(2, "CEST", "EET");
        known(3, "EEST", "MSK");
        known(8, "HKT", "SGT");
        known(9, "JST", "KST");
        known(10, "AEST");
        known(11, "AEDT");
        known(12, "NZST");
        known(13, "NZDT");
    }

    private ZoneNames() {}

    /** Seconds east of Greenwich; nothing where the name is not known. */
    static @Nullable Integer offset(String name) {
        Integer hours = HOURS.get(name);
        return hours == null ? null : hours * 3600;
    }

    private static void known(int hours, String... names) {
        List.of(names).forEach(name -> HOURS.put(name, hours));
    }
}
