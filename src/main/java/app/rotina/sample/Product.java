package app.rotina.sample;

import java.util.List;

/**
 * A product of the shop with its grid of sizes and colours; prices in cents.
 *
 * @param popularity how often it is bought against the others, in an ordinary month
 */
record Product(
        String code,
        Word name,
        Department department,
        Hero hero,
        long listPrice,
        long cost,
        Sizes sizes,
        List<String> colours,
        double popularity) {

    /** What a product is to the shop. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
    enum Hero {
        PRIMARY("primary"),
        SECONDARY("secondary"),
        NONE("none");

        final Word word;

        Hero(String word) {
            this.word = Word.of(word);
        }
    }

    /** A department and how well it sells in each month. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
    enum Department {
        DRESSES("Vestidos", 1.10, 1.00, 1.00, .95, .95, .85, .80, .90, 1.05, 1.10, 1.15, 1.25),
        TROUSERS("Calças", .85, .85, .95, 1.05, 1.10, 1.15, 1.15, 1.05, 1.00, 1.00, .95, .90),
        BLOUSES("Blusas", 1.00, 1.00, 1.00, 1.00, 1.00, .95, .95, 1.00, 1.00, 1.05, 1.05, 1.10),
        SETS("Conjuntos", 1.05, 1.00, 1.00, .95, 1.00, .90, .85, .95, 1.05, 1.10, 1.15, 1.20),
        SKIRTS("Saias", 1.05, 1.00, 1.00, .95, .95, .90, .85, .95, 1.05, 1.05, 1.05, 1.05),
        COATS("Casacos", .35, .40, .65, 1.10, 1.60, 1.90, 1.80, 1.30, .80, .60, .50, .45),
        SWIMWEAR("Moda praia", 1.90, 1.60, .90, .60, .45, .40, .55, .75, 1.05, 1.25, 1.45, 1.75),
        SHOES("Calçados", 1.10, 1.05, 1.00, .95, .95, .90, .90, .95, 1.00, 1.05, 1.10, 1.15),
        ACCESSORIES("Acessórios", .95, .90, .95, .95, 1.10, 1.05, .90, .95, .95, 1.00, 1.10, 1.30);

        final Word word;
        private final double[] months;

        Department(String word, double... months) {
            this.word = Word.of(word);
            this.months = months;
        }

        double in(int month) {
            return months[month - 1];
        }
    }

    /** A run of sizes and how the shop's customers spread over it. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
    enum Sizes {
        LETTERS(List.of("P", "M", "G", "GG"), .24, .38, .26, .12),
        TROUSERS(List.of("36", "38", "40", "42", "44"), .15, .26, .28, .20, .11),
        SHOES(List.of("35", "36", "37", "38", "39"), .14, .24, .29, .22, .11),
        ONE(List.of("U"), 1);

        final List<String> names;
        private final double[] shares;

        Sizes(List<String> names, double... shares) {
            this.names = names;
            this.shares = shares;
        }

        double share(String size) {
            return shares[names.indexOf(size)];
        }
    }
}
