package app.rotina.warehouse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the measures that roll-ups keep; the metric catalog hands them in. */
public record Measures(List<Measure> all) {

    /** Every dimension a figure can be taken by, in the order a person reads them. */
    public static final List<String> DIMENSIONS =
            Stream.of(MeasureTable.LINE, MeasureTable.TRAFFIC)
                    .flatMap(table -> table.dimensions().stream())
                    .distinct()
                    .toList();

    public Measures {
        all = List.copyOf(all);
    }

    public Measure of(String id) {
        return all.stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure " + id));
    }

    /** True where the measure can be taken by the dimension. */
    public static boolean has(Measure measure, String dimension) {
        return splits(measure, dimension)
                || (measure.byProducts() && MeasureTable.OF_PRODUCTS.contains(dimension));
    }

    /** True where every row that counts has exactly one value of the dimension. */
    public static boolean splits(Measure measure, String dimension) {
        return MeasureTable.of(measure.from()).dimensions().contains(dimension);
    }

    String rollupDdl() {
        return "CREATE TABLE rollup (day DATE, dimension VARCHAR, %s, %s)"
                .formatted(
                        Grain.COLUMNS.stream()
                                .map(each -> each + " VARCHAR")
                                .collect(Collectors.joining(", ")),
                        all.stream()
                                .map(measure -> measure.id() + " " + type(measure))
                                .collect(Collectors.joining(", ")));
    }

    private static String type(Measure measure) {
        return measure.counts() ? "BIGINT" : "DECIMAL(28, 4)";
    }

    /** Changes whenever the roll-up has to be built anew. */
    String fingerprint() {
        return Integer.toHexString((all.toString() + Grain.TOGETHER).hashCode());
    }
}
