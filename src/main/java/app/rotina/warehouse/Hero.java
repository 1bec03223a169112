package app.rotina.warehouse;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of the shop a product carries: its first best sellers, those after them, the rest. */
public enum Hero {
    PRIMARY,
    SECONDARY,
    NONE;

    public static Optional<Hero> of(String word) {
        return Stream.of(values()).filter(hero -> hero.word().equals(word)).findFirst();
    }

    /** What stands in product files and in the store's warehouse. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOne() {
        return this != NONE;
    }
}
