package app.rotina.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import app.rotina.warehouse.Scan.Part;
import app.rotina.warehouse.Scan.Rows;
import app.rotina.warehouse.Slice.Bucket;
import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Answers slices: from the roll-up where it is kept by their dimensions, else from the rows. Both
 * give the same figures.
 */
public final class Aggregates {
    private static final Comparator<Cell> BY_BUCKET =
            Comparator.comparing(Cell::bucket, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Engine engine;
    private final StoreSchema schema;
    private final @Nullable Remembered remembered;

    Aggregates(Engine engine, StoreSchema schema) {
        this(engine, schema, null);
    }

    private Aggregates(Engine engine, StoreSchema schema, @Nullable Remembered remembered) {
        this.engine = engine;
        this.schema = schema;
        this.remembered = remembered;
    }

    /** The same that keep their answers while a store's contents are unchanged. */
    public Aggregates remembering() {
        return new Aggregates(engine, schema, new Remembered(engine::generation));
    }

    /** The cells that have any row, ordered by bucket. */
    public List<Cell> answer(String store, Slice slice) {
        return answer(store, List.of(slice)).getFirst();
    }

    /** The same of several slices, together by the rows that they are taken from. */
    public List<List<Cell>> answer(String store, List<Slice> slices) {
        return remembered == null
                ? read(store, slices)
                : remembered.answer(store, slices, unknown -> read(store, unknown));
    }

    private List<List<Cell>> read(String store, List<Slice> slices) {
        return read(store, slices, Aggregates::rollsUp);
    }

    /** The same with these measures from the roll-up and the others from the rows. */
    List<List<Cell>> read(
            String store, List<Slice> slices, BiPredicate<Measure, Slice> isRolledUp) {
        schema.ensure(store);
        Map<Rows, List<Part>> scans = new LinkedHashMap<>();
        List<Map<List<Object>, Cell>> cells = new ArrayList<>();
        for (Slice slice : slices) {
            Map<List<Object>, Cell> ofSlice = new LinkedHashMap<>();
            cells.add(ofSlice);
            parts(slice, isRolledUp)
                    .forEach((rows, measures) ->
                            scans.computeIfAbsent(rows, any -> new ArrayList<>())
                                    .add(new Part(slice, measures, ofSlice)));
        }
        engine.read(
                store,
                sql -> {
                    for (Map.Entry<Rows, List<Part>> each : scans.entrySet()) {
                        for (Scan scan : Scan.of(each.getKey(), each.getValue())) {
                            scan.on(sql);
                        }
                    }
                    return scans.size();
                });
        return cells.stream()
                .map(each -> each.values().stream().sorted(BY_BUCKET).toList())
                .toList();
    }

    /** The measures of a slice by the rows that they are taken from. */
    private static Map<Rows, List<Measure>> parts(
            Slice slice, BiPredicate<Measure, Slice> isRolledUp) {
        Map<Boolean, List<Measure>> rolledUp =
                slice.measures().stream()
                        .collect(Collectors.partitioningBy(each -> isRolledUp.test(each, slice)));
        Map<Rows, List<Measure>> parts = new LinkedHashMap<>();
        List<Measure> rolled = rolledUp.getOrDefault(true, List.of());
        if (!rolled.isEmpty()) {
            parts.put(Rows.rolledUp(slice), rolled);
        }
        Stream<Measure> others = rolledUp.getOrDefault(false, List.of()).stream();
        for (List<Measure> group : groups(others, slice.named())) {
            parts.put(Rows.of(slice, group), group);
        }
        return parts;
    }

    /**
     * The figures of contrasts of the same days by every combination that has any of them, by
     * figure.
     */
    public List<Map<String, Combinations>> contrasts(String store, List<Contrast> contrasts) {
        schema.ensure(store);
        List<Contrast> rolledUp = contrasts.stream().filter(Aggregates::rollsUp).toList();
        return engine.read(
                store,
                sql -> {
                    Iterator<Map<String, Combinations>> kept =
                            new RolledUpContrasts(rolledUp).on(sql).iterator();
                    List<Map<String, Combinations>> all = new ArrayList<>();
                    for (Contrast each : contrasts) {
                        all.add(rolledUp.contains(each) ? kept.next() : ofRows(sql, each));
                    }
                    return all;
                });
    }

    private static Map<String, Combinations> ofRows(Sql sql, Contrast contrast)
            throws SQLException {
        return new Contrasts(contrast)
                .on(sql, groups(contrast.measures().stream(), contrast.dimensions()));
    }

    /** The first figure of a contrast by each of its dimensions by itself: value → figure. */
    public Map<String, Map<String, Split>> splits(String store, Contrast contrast) {
        schema.ensure(store);
        return engine.read(store, new Splits(contrast)::on);
    }

    /** True where a grain of the roll-up holds the answer. */
    static boolean rollsUp(Measure measure, Slice slice) {
        boolean adds =
                measure.addsOverDays() || slice.bucket() == Bucket.DAY || slice.days().count() == 1;
        return adds && Grain.of(slice.named()).filter(grain -> grain.holds(measure)).isPresent();
    }

    /** The same of all that has the dimensions. */
    private static boolean rollsUp(Contrast contrast) {
        return Grain.of(contrast.dimensions())
                .filter(grain ->
                        groups(contrast.measures().stream(), contrast.dimensions()).stream()
                                .flatMap(List::stream)
                                .allMatch(grain::holds))
                .isPresent();
    }

    /** The measures that have the dimensions, those together that are taken from the same rows. */
    private static List<List<Measure>> groups(Stream<Measure> measures, List<String> dimensions) {
        return List.copyOf(
                measures.filter(one -> dimensions.stream().allMatch(d -> Measures.has(one, d)))
                        .collect(
                                Collectors.groupingBy(
                                        m -> m.from() + " " + m.day(),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values());
    }

    /** The rows that have all the dimensions, where the measures are taken from. */
    static String rows(List<Measure> group, List<String> dimensions) {
        MeasureTable table = MeasureTable.of(group.getFirst().from());
        List<String> ofProducts =
                dimensions.stream().filter(each -> !table.dimensions().contains(each)).toList();
        if (!ofProducts.isEmpty()) {
            return Rollups.ordersBy(ofProducts);
        }
        return group.stream().anyMatch(Measure::asksForTraffic)
                ? table.viewName()
                : table.plainViewName();
    }

    static Field<String> dimension(String dimension) {
        return DSL.coalesce(field(name(dimension), String.class), inline(Rollups.NOT_SET));
    }
}
