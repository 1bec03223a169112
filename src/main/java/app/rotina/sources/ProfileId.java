package app.rotina.sources;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids of profiles made from what people call them. */
final class ProfileId {
    private static final int LONGEST = 36;
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");

    private ProfileId() {}

    /** One that no shipped profile has and none of these. */
    static String of(String name, List<Profile> others) {
        Set<String> taken =
                Stream.concat(Profiles.all().stream(), others.stream())
                        .map(Profile::id)
                        .collect(Collectors.toSet());
        String plain = plain(name);
        String free = plain;
        for (int i = 2; taken.contains(free); i++) {
            free = plain + "-" + i;
        }
        return free;
    }

    /** Lower-case letters, digits and hyphens, whatever the name's script. */
    private static String plain(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String bare = last.replaceFirst("\\.[A-Za-z]{1,5}$", "");
        String plain =
                LATIN.transliterate(bare)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String bounded = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        return bounded.isEmpty() ? "file" : bounded;
    }
}
