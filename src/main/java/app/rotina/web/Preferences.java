package app.rotina.web;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How this browser shows every page, kept in cookies; each choice begins with its default. */
record Preferences(Map<String, String> chosen) {
    static final String LANGUAGE = "language";
    static final String THEME = "theme";
    static final String RISE = "rise";
    static final String NUMBERS = "numbers";
    static final String KEYS = "keys";

    private static final Map<String, List<String>> CHOICES =
            Map.of(
                    THEME, List.of("system", "light", "dark"),
                    RISE, List.of("store", "green", "red"),
                    NUMBERS, List.of("full", "short"),
                    KEYS, List.of("on", "off"));

    /** Where people read a red figure as one that rises. */
    private static final Set<String> RISES_IN_RED = Set.of("CN", "TW", "JP", "KR");

    static Preferences from(Cookie @Nullable [] cookies) {
        Map<String, String> chosen = new TreeMap<>();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (offers(cookie.getName(), cookie.getValue())) {
                chosen.put(cookie.getName(), cookie.getValue());
            }
        }
        return new Preferences(chosen);
    }

    static boolean offers(String name, String value) {
        return choices(name).contains(value);
    }

    static List<String> choices(String name) {
        return CHOICES.getOrDefault(name, List.of());
    }

    static Set<String> names() {
        return CHOICES.keySet();
    }

    String of(String name) {
        return chosen.getOrDefault(name, choices(name).getFirst());
    }

    /** Whether a rise is red for this reader, in a store of this place; absence: in no store. */
    boolean risesInRed(@Nullable Locale store) {
        return switch (of(RISE)) {
            case "red" -> true;
            case "green" -> false;
            default -> store != null && RISES_IN_RED.contains(store.getCountry());
        };
    }

    boolean shortNumbers() {
        return of(NUMBERS).equals("short");
    }
}
