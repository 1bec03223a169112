package app.rotina.warehouse;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What rows of the roll-up are by: nothing, one dimension, or a few that are often asked for
 * together.
 */
record Grain(List<String> dimensions) {
    /** Where the values of the dimensions are. */
    static final List<String> COLUMNS = List.of("value", "value2", "value3");

    static final List<Grain> TOGETHER =
            List.of(
                    new Grain(List.of("channel", "marketing_channel", "device")),
                    new Grain(List.of("channel", "product")),
                    new Grain(List.of("channel", "payment_method")),
                    new Grain(List.of("channel", "customer_kind")));

    /** The one that has these dimensions and no other; nothing where none is kept. */
    static Optional<Grain> of(Collection<String> dimensions) {
        if (!dimensions.stream().allMatch(MeasureTable::rollsUp)) {
            return Optional.empty();
        }
        return dimensions.size() < 2
                ? Optional.of(new Grain(List.copyOf(dimensions)))
                : TOGETHER.stream()
                        .filter(each -> Set.copyOf(each.dimensions).equals(Set.copyOf(dimensions)))
                        .findFirst();
    }

    /** Those of a table's rows. */
    static List<Grain> of(MeasureTable table) {
        return Stream.of(
                        Stream.of(new Grain(List.of())),
                        table.rolledUp().stream().map(each -> new Grain(List.of(each))),
                        TOGETHER.stream()
                                .filter(each -> table.rolledUp().containsAll(each.dimensions)))
                .flatMap(each -> each)
                .toList();
    }

    /** Whether the measure is kept by it; an order's products are each kept by themselves. */
    boolean holds(Measure measure) {
        return dimensions.size() < 2
                || MeasureTable.of(measure.from()).dimensions().containsAll(dimensions);
    }

    /** What tells its rows from others. */
    String name() {
        return String.join(" ", dimensions);
    }

    String column(String dimension) {
        return COLUMNS.get(dimensions.indexOf(dimension));
    }
}
