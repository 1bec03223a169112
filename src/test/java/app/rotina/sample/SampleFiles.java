package app.rotina.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a sample as simply as can be, to hold it against its truth. */
record SampleFiles(Path folder) {

    /** One row, by column. */
    record Row(Map<String, String> cells) {
        String text(String column) {
            return the(cells, column);
        }

        BigDecimal amount(String column) {
            return new BigDecimal(text(column));
        }

        long count(String column) {
            return Long.parseLong(text(column));
        }

        boolean has(String column) {
            return !text(column).isEmpty();
        }

        /** The date that stands in front of a local time, or is the cell. */
        String date(String column) {
            return text(column).substring(0, 10);
        }
    }

    static SampleFiles write(Path folder, SampleSize size) {
        SampleStore.write(folder, size, SampleStore.Progress.SILENT);
        return new SampleFiles(folder);
    }

    List<String> header(String file) {
        return List.of(lines(file).getFirst().split(",", -1));
    }

    List<Row> rows(String file) {
        List<String> lines = lines(file);
        List<String> header = header(file);
        return lines.subList(1, lines.size()).stream().map(line -> row(header, line)).toList();
    }

    JsonNode truth() {
        try {
            return JsonMapper.shared().readTree(Files.readString(folder.resolve("truth.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode incident(String id) {
        return StreamSupport.stream(truth().path("incidents").spliterator(), false)
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a map must have. */
    static <V> V the(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    /** A measure of the truth, by day, days of zero left out. */
    Map<String, BigDecimal> truthByDay(String measure) {
        Map<String, BigDecimal> days = new TreeMap<>();
        for (JsonNode day : truth().path("days")) {
            BigDecimal value = new BigDecimal(day.path(measure).asString());
            if (value.signum() != 0) {
                days.put(day.path("date").asString(), value.stripTrailingZeros());
            }
        }
        return days;
    }

    /** A sum over rows, by day, days of zero left out. */
    static Map<String, BigDecimal> byDay(
            List<Row> rows, Function<Row, String> day, Function<Row, BigDecimal> value) {
        Map<String, BigDecimal> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(day.apply(row), value.apply(row), BigDecimal::add));
        Map<String, BigDecimal> days = new TreeMap<>();
        sums.forEach((date, sum) -> {
            if (sum.signum() != 0) {
                days.put(date, sum.stripTrailingZeros());
            }
        });
        return days;
    }

    static Map<String, BigDecimal> count(List<Row> rows, String column, Predicate<Row> wanted) {
        return byDay(
                rows.stream().filter(wanted).toList(),
                row -> row.date(column),
                row -> BigDecimal.ONE);
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> header, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != header.size()) {
            throw new IllegalStateException("not a plain row: " + line);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(header.get(i), cells[i]);
        }
        return new Row(row);
    }
}
