package app.rotina.web;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sizes and colours of a product: what each sold in the span and what lies in stock of it.
 *
 * @param day the day whose stock it is; absence: no stock is known
 */
record VariantGrid(@Nullable String day, List<String> sizes, List<Row> rows) {
    private static final List<String> SIZES =
            List.of(
                    "pp", "xxs", "xs", "p", "s", "m", "g", "l", "gg", "xl", "xg", "xxl", "xgg",
                    "exg", "xxxl", "u", "un");

    /** One colour. */
    record Row(String colour, List<Cell> cells) {}

    /**
     * One size of a colour.
     *
     * @param stock units on hand; absence: not known, or there is no such variant
     * @param missing true where none is left
     */
    record Cell(@Nullable String stock, @Nullable String sold, boolean missing) {}

    /** From units sold and stock by size and colour; empty: neither is known. */
    static Optional<VariantGrid> of(
            Words words,
            @Nullable LocalDate day,
            Map<String, MetricValue> sold,
            Map<String, Map<String, MetricValue>> stock) {
        Set<String> sizes = new TreeSet<>(order());
        Set<String> colours = new TreeSet<>();
        for (Set<String> keys : List.of(sold.keySet(), stock.keySet())) {
            keys.forEach(key -> {
                sizes.add(key.substring(0, key.indexOf('\u001f')));
                colours.add(key.substring(key.indexOf('\u001f') + 1));
            });
        }
        if (sizes.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (String colour : colours) {
            rows.add(
                    new Row(
                            words.texts().value("colour", colour),
                            sizes.stream()
                                    .map(size ->
                                            cell(
                                                    words,
                                                    sold.get(size + "\u001f" + colour),
                                                    stock.get(size + "\u001f" + colour)))
                                    .toList()));
        }
        return Optional.of(
                new VariantGrid(
                        day == null ? null : words.day(day),
                        sizes.stream().map(size -> words.texts().value("size", size)).toList(),
                        rows));
    }

    private static Cell cell(
            Words words, @Nullable MetricValue sold, @Nullable Map<String, MetricValue> stock) {
        BigDecimal left =
                stock == null
                        ? null
                        : stock.getOrDefault("stock_on_hand", MetricValue.missing("no_source"))
                                .known()
                                .orElse(null);
        return new Cell(
                left == null ? null : words.count(left),
                sold == null ? null : sold.known().map(words::count).orElse(null),
                left != null && left.signum() <= 0);
    }

    /** Letters as shops order them, numbers by their value, all else by its letters. */
    static Comparator<String> order() {
        return Comparator.comparingInt(VariantGrid::rank)
                .thenComparing(VariantGrid::number)
                .thenComparing(Comparator.naturalOrder());
    }

    private static int rank(String size) {
        int at = SIZES.indexOf(size.toLowerCase(Locale.ROOT));
        return at >= 0 ? at : SIZES.size();
    }

    private static BigDecimal number(String size) {
        return size.matches("\\d{1,9}") ? new BigDecimal(size) : BigDecimal.valueOf(Long.MAX_VALUE);
    }
}
