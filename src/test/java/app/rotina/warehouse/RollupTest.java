package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.metrics.IpeShop;
import app.rotina.warehouse.Slice.Bucket;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The roll-up and the rows give the same figures. */
class RollupTest {
    static final List<String> DIMENSIONS =
            Measures.DIMENSIONS.stream().filter(MeasureTable::rollsUp).toList();
    static final List<Grain> TOGETHER = Grain.TOGETHER;

    @TempDir static Path folder;
    private static StoreForTests shop;

    @BeforeAll
    static void open() {
        shop = IpeShop.open(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void answersAllDaysLikeTheRows() {
        for (Bucket bucket : Bucket.values()) {
            assertSame(slice(IpeShop.WEEK, bucket, List.of(), Map.of()));
        }
    }

    @ParameterizedTest
    @FieldSource("DIMENSIONS")
    void answersADimensionLikeTheRows(String dimension) {
        for (Bucket bucket : Bucket.values()) {
            assertSame(slice(IpeShop.WEEK, bucket, List.of(dimension), Map.of()));
        }
        assertSame(slice(IpeShop.WEEK, null, List.of(dimension), Map.of()));
    }

    @ParameterizedTest
    @FieldSource("DIMENSIONS")
    void answersOneValueLikeTheRows(String dimension) {
        for (String value : values(dimension)) {
            assertSame(slice(IpeShop.WEEK, Bucket.DAY, List.of(), Map.of(dimension, value)));
        }
    }

    @ParameterizedTest
    @FieldSource("TOGETHER")
    void answersDimensionsThatAreKeptTogetherLikeTheRows(Grain grain) {
        List<String> others = grain.dimensions().subList(1, grain.dimensions().size());
        String first = grain.dimensions().getFirst();
        Slice all = slice(IpeShop.WEEK, null, grain.dimensions().reversed(), Map.of());
        assertThat(all.measures()).anyMatch(one -> Aggregates.rollsUp(one, all));
        assertSame(all);
        for (Bucket bucket : Bucket.values()) {
            assertSame(slice(IpeShop.WEEK, bucket, grain.dimensions(), Map.of()));
            assertSame(slice(IpeShop.WEEK, bucket, others, Map.of(first, values(first).getLast())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAnySliceLikeTheRows(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 12; i++) {
            assertSame(anySlice(chance));
        }
    }

    /** Sums of lines over a second dimension are those of the first alone. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void addsUpOverASecondDimension(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 10; i++) {
            String first = any(chance, DIMENSIONS);
            String second = any(chance, DIMENSIONS.stream().filter(d -> !d.equals(first)).toList());
            List<Measure> lines =
                    shop.catalog().measures().all().stream()
                            .filter(measure -> measure.from().equals("line"))
                            .filter(Measure::addsOverDays)
                            .toList();
            Slice one =
                    new Slice(lines, IpeShop.WEEK, List.of(), Bucket.DAY, List.of(first), Map.of());
            Slice two =
                    new Slice(
                            lines,
                            IpeShop.WEEK,
                            List.of(),
                            Bucket.DAY,
                            List.of(first, second),
                            Map.of());
            assertThat(figures(aggregates().answer("ipe", two), 1))
                    .as("%s over %s", first, second)
                    .isEqualTo(figures(aggregates().answer("ipe", one), 1));
        }
    }

    /** Slices that are asked for together are read in fewer passes. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void answersSlicesTogetherAsEachByItself(long seed) {
        Random chance = new Random(seed);
        List<Slice> slices = new ArrayList<>();
        String narrowed = any(chance, DIMENSIONS);
        Map<String, String> where = Map.of(narrowed, any(chance, values(narrowed)));
        for (int i = 0; i < 12; i++) {
            Slice one = anySlice(chance);
            List<String> by = new ArrayList<>(one.dimensions());
            DIMENSIONS.stream()
                    .filter(each -> !by.contains(each) && chance.nextInt(9) == 0)
                    .forEach(by::add);
            slices.add(
                    new Slice(
                            one.measures(),
                            one.days(),
                            one.only(),
                            one.bucket(),
                            by,
                            chance.nextInt(4) == 0 ? one.where() : where));
        }
        List<List<Cell>> together = aggregates().answer("ipe", slices);
        for (int i = 0; i < slices.size(); i++) {
            int values = slices.get(i).dimensions().size();
            assertThat(figures(together.get(i), values))
                    .as("%s", slices.get(i))
                    .isEqualTo(figures(aggregates().answer("ipe", slices.get(i)), values));
        }
    }

    private static List<Cell> unrolled(Slice slice) {
        return aggregates().read("ipe", List.of(slice), (measure, any) -> false).getFirst();
    }

    private static void assertSame(Slice slice) {
        List<Measure> rolled =
                slice.measures().stream().filter(m -> Aggregates.rollsUp(m, slice)).toList();
        Slice asked =
                new Slice(
                        rolled,
                        slice.days(),
                        slice.only(),
                        slice.bucket(),
                        slice.dimensions(),
                        slice.where());
        int values = slice.dimensions().size();
        assertThat(figures(aggregates().answer("ipe", asked), values))
                .as("%s", slice)
                .isEqualTo(figures(unrolled(asked), values));
    }

    @Test
    void changesTheVersionOfTouchedDaysAlone(@TempDir Path other) {
        try (StoreForTests changed = IpeShop.open(other)) {
            Warehouse warehouse = changed.warehouse();
            List<LocalDate> monday = List.of(IpeShop.WEEK.from());
            List<LocalDate> friday = List.of(IpeShop.WEEK.to());
            long ofMonday = warehouse.version("ipe", monday);
            long ofFriday = warehouse.version("ipe", friday);
            changed.take(
                    "day,channel,marketing_channel,source,device,sessions,visitors",
                    "2026-03-06,site,Direto,,desktop,987,654");
            assertThat(warehouse.version("ipe", monday)).isEqualTo(ofMonday);
            assertThat(warehouse.version("ipe", friday)).isGreaterThan(ofFriday);
        }
    }

    private static Aggregates aggregates() {
        return shop.warehouse().aggregates();
    }

    /** Figures by bucket, first values and measure; zeros, like silence, are left out. */
    private static Map<String, BigDecimal> figures(List<Cell> cells, int values) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (Cell cell : cells) {
            cell.sums()
                    .forEach((measure, sum) ->
                            figures.merge(
                                    cell.bucket()
                                            + " "
                                            + cell.values().subList(0, values)
                                            + " "
                                            + measure,
                                    sum,
                                    BigDecimal::add));
        }
        figures.values().removeIf(sum -> sum.signum() == 0);
        figures.replaceAll((key, sum) -> sum.stripTrailingZeros());
        return figures;
    }

    private static Slice anySlice(Random chance) {
        LocalDate from = IpeShop.WEEK.from().plusDays(chance.nextInt(5));
        Days days = new Days(from, from.plusDays(chance.nextInt(5)));
        @Nullable Bucket bucket =
                chance.nextBoolean() ? any(chance, Arrays.asList(Bucket.values())) : null;
        String dimension = any(chance, DIMENSIONS);
        Map<String, String> where = new TreeMap<>();
        if (chance.nextBoolean()) {
            where.put(dimension, any(chance, values(dimension)));
        }
        List<String> by = chance.nextBoolean() ? List.of(dimension) : List.of();
        List<LocalDate> only = new ArrayList<>();
        if (chance.nextInt(3) == 0) {
            days.stream().filter(day -> chance.nextBoolean()).forEach(only::add);
        }
        return new Slice(shop.catalog().measures().all(), days, only, bucket, by, where);
    }

    private static List<String> values(String dimension) {
        return shop.query(
                "SELECT DISTINCT value FROM rollup WHERE dimension = '%s' ORDER BY 1"
                        .formatted(dimension));
    }

    private static <T> T any(Random chance, List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private static Slice slice(
            Days days,
            @Nullable Bucket bucket,
            List<String> dimensions,
            Map<String, String> where) {
        return new Slice(
                shop.catalog().measures().all(), days, List.of(), bucket, dimensions, where);
    }
}
