package app.rotina.web;

import com.ibm.icu.text.Transliterator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A short name made from a store's name, in letters that an address can hold. */
final class StoreId {
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");
    private static final String NAMELESS = "store";
    private static final int LONGEST = 40;

    private StoreId() {}

    /** The first that is free of the name itself, the name and 2, and so on. */
    static String of(String name, Predicate<String> taken) {
        String letters = LATIN.transliterate(name).replaceAll("[^a-z0-9]+", "-");
        String plain = letters.substring(0, Math.min(LONGEST, letters.length()));
        String trimmed = plain.replaceAll("^-+|-+$", "");
        String first = trimmed.isEmpty() ? NAMELESS : trimmed;
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? first : first + "-" + number)
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }
}
