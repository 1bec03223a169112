package app.rotina.sources.grammar;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of months, whole and cut to three letters, in Portuguese, English and Spanish. */
final class MonthNames {
    private static final List<String> NAMES =
            List.of(
                    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro"
                            + " novembro dezembro",
                    "january february march april may june july august september october"
                            + " november december",
                    "enero febrero marzo abril mayo junio julio agosto septiembre octubre"
                            + " noviembre diciembre");
    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    /** How many characters from there on are the name of a month. */
    static int lengthAt(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return MONTHS.containsKey(plain(text.substring(from, end))) ? end - from : 0;
    }

    static int month(String name) {
        return MONTHS.getOrDefault(plain(name), 0);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : NAMES) {
            String[] names = language.split(" ", -1);
            for (int i = 0; i < names.length; i++) {
                months.put(names[i], i + 1);
                months.put(names[i].substring(0, 3), i + 1);
            }
        }
        months.put("sept", 9);
        return Map.copyOf(months);
    }
}
