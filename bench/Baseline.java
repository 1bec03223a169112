import app.rotina.sample.SampleStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** What a person would write by hand for this one sample, without checks: the yardstick. */
final class Baseline {
    private static EmbeddedPostgres postgres;

    private Baseline() {}

    /** Splits, types and appends every line of the sample's files; gives their number. */
    static long appendAll(Path files, Path database) throws Exception {
        long lines = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Stream<Path> all = Files.list(files)) {
            List<Path> tables = all.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
            for (Path file : tables) {
                lines += append(connection.unwrap(DuckDBConnection.class), file);
            }
        }
        return lines;
    }

    private static long append(DuckDBConnection connection, Path file) throws Exception {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String[] header = in.readLine().split(",");
            String table = file.getFileName().toString().replace(".csv", "");
            StringBuilder ddl = new StringBuilder();
            char[] types = new char[header.length];
            for (int i = 0; i < header.length; i++) {
                types[i] = type(header[i]);
                ddl.append(i == 0 ? "" : ", ").append(header[i]).append(' ').append(SQL.get(types[i]));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + table + " (" + ddl + ")");
            }
            return rows(connection.createAppender(table), in, types);
        }
    }

    private static final Map<Character, String> SQL =
            new TreeMap<>(
                    Map.of(
                            't', "VARCHAR", 'm', "DECIMAL(18, 4)", 'n', "BIGINT",
                            'i', "TIMESTAMP", 'd', "DATE"));

    private static char type(String column) {
        if (column.endsWith("_at")) {
            return 'i';
        }
        if (column.equals("day")) {
            return 'd';
        }
        if (List.of("unit_price", "gross", "discount", "amount", "cost", "order_discount",
                "order_shipping", "order_total", "list_price", "spend", "conversion_value",
                "unit_cost", "quantity", "on_hand").contains(column)) {
            return 'm';
        }
        return List.of("sessions", "visitors", "page_views", "add_to_carts", "checkouts",
                "impressions", "clicks").contains(column) ? 'n' : 't';
    }

    private static long rows(DuckDBAppender appender, BufferedReader in, char[] types)
            throws IOException, SQLException {
        long rows = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] cells = line.split(",", -1);
            appender.beginRow();
            for (int i = 0; i < types.length; i++) {
                append(appender, types[i], i < cells.length ? cells[i] : "");
            }
            appender.endRow();
            rows++;
        }
        appender.close();
        return rows;
    }

    private static void append(DuckDBAppender appender, char type, String cell)
            throws SQLException {
        if (cell.isEmpty()) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case 'm' -> appender.append(new BigDecimal(cell).setScale(4));
            case 'n' -> appender.append(Long.parseLong(cell));
            case 'i' ->
                    appender.appendEpochMicros(
                            OffsetDateTime.parse(cell).toEpochSecond() * 1_000_000);
            case 'd' -> appender.append(LocalDate.parse(cell));
            default -> appender.append(cell);
        }
    }

    /** The median time of a query on the warehouse's own roll-up, in milliseconds. */
    static double duckMedian(Path folder, String sql, int rounds) throws Exception {
        Path copy = folder.resolveSibling("copy.duckdb");
        Path original = folder.resolve("warehouse").resolve("sample.duckdb");
        Files.deleteIfExists(copy);
        Files.copy(original, copy);
        Path wal = Path.of(original + ".wal");
        if (Files.exists(wal)) {
            Files.copy(wal, Path.of(copy + ".wal"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + copy)) {
            return median(connection, sql, rounds);
        }
    }

    /** What a query over the rows took, and what its last column adds up to. */
    record Rows(String version, double millis, BigDecimal total) {}

    /** Product revenue on the day it was approved, less refunds on theirs. */
    static final String NET_REVENUE =
            """
            SELECT day, sum(x) FROM (
                SELECT (o.approved_at AT TIME ZONE '@')::date AS day, CASE i.kind WHEN 'product' THEN i.amount ELSE -i.amount END AS x
                FROM orders o JOIN items i ON i.order_id = o.order_id
                WHERE i.kind IN ('product', 'discount') AND o.status NOT IN ('test', 'draft') AND WITHIN(o.approved_at)
                UNION ALL
                SELECT (o.approved_at AT TIME ZONE '@')::date, -o.order_discount FROM orders o
                WHERE o.order_discount <> 0 AND o.status NOT IN ('test', 'draft') AND WITHIN(o.approved_at)
                UNION ALL
                SELECT (r.occurred_at AT TIME ZONE '@')::date, -r.amount FROM refunds r
                WHERE r.kind = 'refund' AND WITHIN(r.occurred_at)) t
            GROUP BY day""";

    /** Orders and their product revenue on the day they were placed. */
    static final String BY_CHANNEL =
            """
            SELECT month, channel, count(*), sum(revenue) FROM (
                SELECT date_trunc('month', min(o.placed_at) AT TIME ZONE '@') AS month, min(o.channel) AS channel,
                    coalesce(sum(CASE i.kind WHEN 'product' THEN i.amount WHEN 'discount' THEN -i.amount END), 0)
                        - CASE WHEN bool_or(i.kind = 'product') THEN coalesce(min(o.order_discount), 0) ELSE 0 END AS revenue
                FROM orders o LEFT JOIN items i ON i.order_id = o.order_id
                WHERE o.status NOT IN ('test', 'draft') AND WITHIN(o.placed_at)
                GROUP BY o.order_id) t
            GROUP BY 1, 2""";

    /** Pieces of each product, on the day its order was placed. */
    static final String PRODUCTS =
            """
            SELECT i.product_name, sum(CASE i.kind WHEN 'product' THEN i.amount ELSE -i.amount END), sum(CASE i.kind WHEN 'product' THEN i.quantity ELSE 0 END)
            FROM orders o JOIN items i ON i.order_id = o.order_id
            WHERE i.kind IN ('product', 'discount') AND o.status NOT IN ('test', 'draft') AND WITHIN(o.placed_at)
            GROUP BY 1""";

    /** Orders of one channel on the day they were placed. */
    static final String ONE_CHANNEL =
            """
            SELECT (placed_at AT TIME ZONE '@')::date, sum(revenue), count(*) FROM (
                SELECT min(o.placed_at) AS placed_at,
                    coalesce(sum(CASE i.kind WHEN 'product' THEN i.amount WHEN 'discount' THEN -i.amount END), 0)
                        - CASE WHEN bool_or(i.kind = 'product') THEN coalesce(min(o.order_discount), 0) ELSE 0 END AS revenue
                FROM orders o LEFT JOIN items i ON i.order_id = o.order_id
                WHERE o.channel = 'chat' AND o.status NOT IN ('test', 'draft') AND WITHIN(o.placed_at)
                GROUP BY o.order_id) t
            GROUP BY 1""";

    /** The median time of a query over the rows in PostgreSQL. */
    static Rows postgres(Path files, String sql, LocalDate from, LocalDate to) throws Exception {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder().start();
            load(files);
        }
        String zone = SampleStore.STORE.zone().getId();
        String query =
                sql.replaceAll(
                                "WITHIN\\((.*?)\\)",
                                "$1 >= timestamp '%s' AT TIME ZONE '%s' AND $1 < timestamp '%s' AT TIME ZONE '%s'"
                                        .formatted(from, zone, to.plusDays(1), zone))
                        .replace("'@'", "'" + zone + "'");
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            double millis = median(connection, query, 5);
            return new Rows(
                    connection.getMetaData().getDatabaseProductVersion(),
                    millis,
                    total(connection, query));
        }
    }

    private static BigDecimal total(Connection connection, String query) throws SQLException {
        BigDecimal total = BigDecimal.ZERO;
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            int last = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                total = total.add(rows.getBigDecimal(last));
            }
        }
        return total;
    }

    private static void load(Path files) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("orders", "items", "refunds")) {
                Path file = files.resolve(table + ".csv");
                try (BufferedReader in = Files.newBufferedReader(file)) {
                    String[] header = in.readLine().split(",");
                    StringBuilder ddl = new StringBuilder();
                    for (String column : header) {
                        String type =
                                switch (type(column)) {
                                    case 'm' -> "numeric(18, 4)";
                                    case 'n' -> "bigint";
                                    case 'i' -> "timestamptz";
                                    case 'd' -> "date";
                                    default -> "text";
                                };
                        ddl.append(ddl.isEmpty() ? "" : ", ").append(column).append(' ').append(type);
                    }
                    statement.execute("create table " + table + " (" + ddl + ")");
                    new CopyManager(connection.unwrap(BaseConnection.class))
                            .copyIn("copy " + table + " from stdin (format csv)", in);
                }
            }
            statement.execute("create index on items (order_id)");
            statement.execute("create index on orders (placed_at)");
            statement.execute("create index on orders (approved_at)");
            statement.execute("create index on refunds (occurred_at)");
            statement.execute("analyze");
        }
    }

    private static double median(Connection connection, String sql, int rounds)
            throws SQLException {
        double[] times = new double[rounds];
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                try (var rows = statement.executeQuery(sql)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        rows.getObject(1);
                        rows.getBigDecimal(columns);
                        for (int column = 2; column < columns; column++) {
                            rows.getObject(column);
                        }
                    }
                }
                times[i] = Bench.seconds(start) * 1000;
            }
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }
}
