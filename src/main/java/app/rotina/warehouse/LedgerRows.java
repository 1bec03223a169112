package app.rotina.warehouse;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import app.rotina.kernel.Days;
import app.rotina.warehouse.Measure.Aggregate;
import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows a measure is made of, each with what it contributes and the file it came from. */
public final class LedgerRows {
    private final Engine engine;
    private final StoreSchema schema;
    private final DSLContext jooq = DSL.using(SQLDialect.DUCKDB);

    LedgerRows(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /** Which rows are wanted. */
    public record Wanted(
            Measure measure, Days days, Map<String, String> where, int limit, int offset) {}

    /**
     * A page of rows, and the count and sum of all of them.
     *
     * @param rows column → value as text; what a row contributes is under {@code contribution}
     */
    public record Page(
            List<Map<String, @Nullable String>> rows, long count, BigDecimal contribution) {}

    public Page of(String store, Wanted wanted) {
        schema.ensure(store);
        Measure measure = wanted.measure();
        MeasureTable from = MeasureTable.of(measure.from());
        List<Field<?>> columns = new ArrayList<>();
        Field<LocalDate> day = field(name(measure.day()), LocalDate.class);
        columns.add(day.as("day"));
        from.columns().forEach(each -> columns.add(field(name(each))));
        columns.add(contribution(measure));
        columns.add(field("(SELECT i.file FROM import i WHERE i.id = x._import)").as("file"));
        columns.add(field(name("_record")).as("record"));
        String source = source(measure, wanted) + " x";
        String all =
                jooq.select(columns)
                        .from(table(DSL.sql(source)))
                        .where(condition(wanted, day))
                        .getSQL(ParamType.INLINED);
        return engine.read(store, sql -> page(sql, all, wanted));
    }

    private static Page page(Sql sql, String all, Wanted wanted) throws SQLException {
        String ordered =
                "SELECT * FROM (%s) ORDER BY day, file, record LIMIT %d OFFSET %d"
                        .formatted(all, wanted.limit(), wanted.offset());
        List<Map<String, @Nullable String>> rows = sql.list(ordered, LedgerRows::row);
        Field<BigDecimal> contribution = field(name("contribution"), BigDecimal.class);
        String totals =
                DSL.using(SQLDialect.DUCKDB)
                        .select(count(), DSL.coalesce(sum(contribution), BigDecimal.ZERO))
                        .from(table(DSL.sql("(" + all + ")")))
                        .getSQL(ParamType.INLINED);
        return sql.one(totals, row -> new Page(rows, row.getLong(1), row.getBigDecimal(2)))
                .orElseThrow();
    }

    private static Map<String, @Nullable String> row(ResultSet row) throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.put(row.getMetaData().getColumnLabel(i), row.getString(i));
        }
        return values;
    }

    private static String source(Measure measure, Wanted wanted) {
        MeasureTable from = MeasureTable.of(measure.from());
        List<String> ofProducts =
                wanted.where().keySet().stream()
                        .filter(each -> !from.dimensions().contains(each))
                        .toList();
        return ofProducts.isEmpty() ? from.viewName() : Rollups.ordersBy(ofProducts);
    }

    /** A distinct count is carried by the first row of each value. */
    private static Field<?> contribution(Measure measure) {
        String expression =
                switch (measure.aggregate()) {
                    case SUM, REPORTED -> measure.column();
                    case COUNT -> "1";
                    case DISTINCT ->
                            "CASE WHEN row_number() OVER (PARTITION BY %1$s ORDER BY %2$s) = 1 THEN 1 ELSE 0 END"
                                    .formatted(measure.column(), measure.day());
                };
        return field(DSL.sql("CAST(" + expression + " AS DECIMAL(28, 4))")).as("contribution");
    }

    private static Condition condition(Wanted wanted, Field<LocalDate> day) {
        Measure measure = wanted.measure();
        Condition rows =
                day.between(wanted.days().from(), wanted.days().to())
                        .and(DSL.condition(DSL.sql(measure.condition())));
        if (measure.aggregate() != Aggregate.COUNT) {
            rows = rows.and(field(name(measure.column())).isNotNull());
        }
        if (measure.aggregate() == Aggregate.SUM) {
            rows = rows.and(field(name(measure.column()), BigDecimal.class).ne(BigDecimal.ZERO));
        }
        for (Map.Entry<String, String> each : wanted.where().entrySet()) {
            rows = rows.and(Aggregates.dimension(each.getKey()).eq(each.getValue()));
        }
        return rows;
    }
}
