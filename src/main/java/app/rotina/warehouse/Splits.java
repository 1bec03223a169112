package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.Contrast.Figure;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers one figure of a contrast by each of its dimensions, in one pass over the roll-up. */
final class Splits {
    private final Contrast asked;

    Splits(Contrast asked) {
        this.asked = asked;
    }

    /** Dimension → value → figure; a value without any row of the figure is not listed. */
    Map<String, Map<String, Split>> on(Sql sql) throws SQLException {
        Map<String, Map<String, Split>> splits = new TreeMap<>();
        sql.list(
                query(),
                row ->
                        splits.computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                                .put(
                                        row.getString(2),
                                        new Split(
                                                amount(row.getBigDecimal(3)),
                                                amount(row.getBigDecimal(4)))));
        return splits;
    }

    private static BigDecimal amount(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private String query() {
        Figure figure = asked.figures().getFirst();
        return """
        -- one row per dimension and value
        SELECT dimension, value, sum(figure) FILTER (explained), sum(weight * figure)
        FROM (SELECT day, dimension, value, %s AS figure FROM rollup
            WHERE dimension IN (%s) AND day IN (%s) AND coalesce(%s) IS NOT NULL)
        JOIN (VALUES %s) weighed (day, explained, weight) USING (day) GROUP BY ALL\
        """
                .formatted(
                        figure.sum(figure.parts().keySet(), Measure::id),
                        Contrasts.literals(asked.dimensions()),
                        asked.dates(),
                        figure.parts().keySet().stream().map(Measure::id).collect(joining(", ")),
                        asked.weighed());
    }
}
