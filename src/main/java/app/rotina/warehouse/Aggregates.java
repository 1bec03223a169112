package app.rotina.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import app.rotina.warehouse.Slice.Bucket;
import app.rotina.warehouse.engine.Engine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Answers slices: from the roll-up where one dimension is enough, else from the rows. Both give the
 * same figures.
 */
public final class Aggregates {
    private static final Field<LocalDate> DAY = field(name("day"), LocalDate.class);
    private static final Table<?> ROLLUP = table(name("rollup"));
    private static final Comparator<Cell> BY_BUCKET =
            Comparator.comparing(Cell::bucket, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Engine engine;
    private final StoreSchema schema;
    private final @Nullable Remembered remembered;
    private final DSLContext jooq = DSL.using(SQLDialect.DUCKDB);

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
        if (slice.measures().isEmpty()) {
            return List.of();
        }
        List<Measure> rolled =
                slice.measures().stream().filter(measure -> rollsUp(measure, slice)).toList();
        return remembered == null
                ? answer(store, slice, rolled)
                : remembered.answer(store, slice, () -> answer(store, slice, rolled));
    }

    /** The same with these measures from the roll-up and the others from the rows. */
    List<Cell> answer(String store, Slice slice, List<Measure> rolled) {
        schema.ensure(store);
        Map<List<Object>, Cell> cells = new LinkedHashMap<>();
        if (!rolled.isEmpty()) {
            collect(store, slice, rolled, fromRollup(slice, rolled), cells);
        }
        for (List<Measure> group : groupsOfRows(slice, rolled)) {
            collect(store, slice, group, fromRows(slice, group), cells);
        }
        return cells.values().stream().sorted(BY_BUCKET).toList();
    }

    /** The figures of a contrast by every combination that has any of them, by figure. */
    public Map<String, Combinations> answer(String store, Contrast contrast) {
        schema.ensure(store);
        Contrasts contrasts = new Contrasts(contrast);
        List<List<Measure>> groups = groups(contrast.measures().stream(), contrast.dimensions());
        return engine.read(store, sql -> contrasts.on(sql, groups));
    }

    /** The first figure of a contrast by each of its dimensions by itself: value → figure. */
    public Map<String, Map<String, Split>> splits(String store, Contrast contrast) {
        schema.ensure(store);
        return engine.read(store, new Splits(contrast)::on);
    }

    /** True where one dimension of the roll-up holds the answer. */
    static boolean rollsUp(Measure measure, Slice slice) {
        List<String> named = namedDimensions(slice);
        boolean adds =
                measure.addsOverDays() || slice.bucket() == Bucket.DAY || slice.days().count() == 1;
        return adds && named.size() <= 1;
    }

    private static List<String> namedDimensions(Slice slice) {
        List<String> named = new ArrayList<>(slice.dimensions());
        slice.where().keySet().stream().filter(each -> !named.contains(each)).forEach(named::add);
        return named;
    }

    private String fromRollup(Slice slice, List<Measure> measures) {
        List<String> named = namedDimensions(slice);
        Condition rows =
                field(name("dimension"), String.class)
                        .eq(named.isEmpty() ? "" : named.getFirst())
                        .and(counting(DAY, slice));
        for (String value : slice.where().values()) {
            rows = rows.and(field(name("value"), String.class).eq(value));
        }
        List<Field<?>> keys = new ArrayList<>();
        keys.add(bucket(DAY, slice));
        if (!slice.dimensions().isEmpty()) {
            keys.add(field(name("value")));
        }
        List<Field<BigDecimal>> figures =
                measures.stream().map(each -> field(name(each.id()), BigDecimal.class)).toList();
        List<Field<?>> all = new ArrayList<>(keys);
        if (slice.bucket() == Bucket.DAY) { // a row of the roll-up is a value's day
            all.addAll(figures);
            return jooq.select(all).from(ROLLUP).where(rows).getSQL(ParamType.INLINED);
        }
        figures.forEach(each -> all.add(sum(each)));
        return sql(all, ROLLUP, rows, keys);
    }

    private static List<List<Measure>> groupsOfRows(Slice slice, List<Measure> rolled) {
        return groups(
                slice.measures().stream().filter(measure -> !rolled.contains(measure)),
                namedDimensions(slice));
    }

    /** The measures that have the dimensions, those together that are taken from the same rows. */
    private static List<List<Measure>> groups(Stream<Measure> measures, List<String> dimensions) {
        return List.copyOf(
                measures.filter(one -> dimensions.stream().allMatch(d -> Measures.has(one, d)))
                        .collect(
                                Collectors.groupingBy(
                                        m -> m.from() + m.day() + m.byProducts(),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values());
    }

    private String fromRows(Slice slice, List<Measure> group) {
        Measure first = group.getFirst();
        Field<LocalDate> day = field(name(first.day()), LocalDate.class);
        Condition rows = counting(day, slice);
        for (Map.Entry<String, String> each : slice.where().entrySet()) {
            rows = rows.and(dimension(each.getKey()).eq(each.getValue()));
        }
        List<Field<?>> keys = new ArrayList<>();
        keys.add(bucket(day, slice));
        slice.dimensions().forEach(each -> keys.add(dimension(each)));
        List<Field<?>> all = new ArrayList<>(keys);
        group.forEach(each -> all.add(field(DSL.sql(each.expression()))));
        return sql(all, table(DSL.sql(rows(group, namedDimensions(slice)))), rows, keys);
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

    private String sql(List<Field<?>> all, Table<?> from, Condition rows, List<Field<?>> keys) {
        return jooq.select(all).from(from).where(rows).groupBy(keys).getSQL(ParamType.INLINED);
    }

    static Field<String> dimension(String dimension) {
        return DSL.coalesce(field(name(dimension), String.class), inline(Rollups.NOT_SET));
    }

    private static Condition counting(Field<LocalDate> day, Slice slice) {
        return slice.only().isEmpty()
                ? day.between(slice.days().from(), slice.days().to())
                : day.in(slice.only());
    }

    /** The first day of the bucket; a constant where the days are taken together. */
    private static Field<?> bucket(Field<LocalDate> day, Slice slice) {
        @Nullable Bucket bucket = slice.bucket();
        if (bucket == null) {
            return field("CAST(NULL AS DATE)", LocalDate.class);
        }
        return switch (bucket) {
            case DAY -> day;
            case FORTNIGHT ->
                    field(
                            "CAST(date_trunc('month', {0}) AS DATE) + CASE WHEN extract(day FROM {0}) > 15 THEN 15 ELSE 0 END",
                            SQLDataType.LOCALDATE, day);
            case WEEK ->
                    field(
                            "CAST(date_trunc('week', {0} + {1}) AS DATE) - {1}",
                            SQLDataType.LOCALDATE,
                            day,
                            inline(daysBeforeMonday(slice.weekStart())));
            case MONTH, QUARTER, YEAR ->
                    field(
                            "CAST(date_trunc({0}, {1}) AS DATE)",
                            SQLDataType.LOCALDATE,
                            inline(bucket.name().toLowerCase(Locale.ROOT)),
                            day);
        };
    }

    private static int daysBeforeMonday(DayOfWeek start) {
        return Math.floorMod(DayOfWeek.MONDAY.getValue() - start.getValue(), 7);
    }

    private void collect(
            String store,
            Slice slice,
            List<Measure> measures,
            String sql,
            Map<List<Object>, Cell> cells) {
        Map<String, String> once = new HashMap<>();
        engine.read(
                store,
                open ->
                        open.list(
                                sql,
                                row -> {
                                    List<String> values = values(row, slice, once);
                                    return add(row, values, measures, cells);
                                }));
    }

    /** The dimension values of a row; one that comes again is the same object, found faster. */
    private static List<String> values(ResultSet row, Slice slice, Map<String, String> once)
            throws SQLException {
        List<String> values = new ArrayList<>(slice.dimensions().size());
        for (int i = 0; i < slice.dimensions().size(); i++) {
            values.add(once.computeIfAbsent(row.getString(2 + i), value -> value));
        }
        return values;
    }

    private static boolean add(
            ResultSet row,
            List<String> values,
            List<Measure> measures,
            Map<List<Object>, Cell> cells)
            throws SQLException {
        @Nullable LocalDate bucket = row.getObject(1, LocalDate.class);
        List<Object> key = new ArrayList<>(values);
        key.add(bucket == null ? "" : bucket);
        @Nullable Cell cell = null;
        for (int i = 0; i < measures.size(); i++) {
            @Nullable BigDecimal sum = row.getBigDecimal(2 + values.size() + i);
            if (sum != null) {
                cell =
                        cell != null
                                ? cell
                                : cells.computeIfAbsent(key, any -> cell(bucket, values, measures));
                cell.sums().put(measures.get(i).id(), sum);
            }
        }
        return true;
    }

    private static Cell cell(
            @Nullable LocalDate bucket, List<String> values, List<Measure> measures) {
        return new Cell(bucket, values, HashMap.newHashMap(measures.size()));
    }
}
