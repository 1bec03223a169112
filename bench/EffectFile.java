import app.rotina.goals.CommercialCalendar;
import app.rotina.insight.effect.Panel;
import app.rotina.insight.effect.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A file of outcomes: rows of units, the untouched first, over the same periods.
 *
 * @param names the units
 * @param controls how many are untouched
 * @param before how many periods come before the treatment; 0: there is none
 * @param season the day of the week where periods are days
 */
record EffectFile(
        List<String> names, double[][] rows, int controls, int before, int[] season, boolean isPanel) {

    static EffectFile read(Path path, Map<String, String> options) throws IOException {
        List<String[]> table = table(path);
        List<String> header =
                Arrays.stream(table.getFirst()).map(each -> each.toLowerCase(Locale.ROOT)).toList();
        List<String[]> lines = new ArrayList<>(table.subList(1, table.size()));
        return header.contains("y") && (header.getFirst().equals("y") || !hasUnits(lines))
                ? series(header, lines, options)
                : panel(header, lines, options);
    }

    private static boolean hasUnits(List<String[]> lines) {
        return lines.stream().map(line -> line[0]).distinct().count() < lines.size();
    }

    private static EffectFile series(
            List<String> header, List<String[]> lines, Map<String, String> options) {
        int y = header.indexOf("y");
        boolean alone = header.equals(List.of("date", "y"));
        if (alone) { // without a control group a store's event days are left out
            CommercialCalendar calendar = CommercialCalendar.of(options.getOrDefault("country", "BR"));
            lines.removeIf(line -> calendar.special(LocalDate.parse(line[0])).isPresent());
        }
        IntStream weekdays =
                IntStream.range(0, lines.size())
                        .map(t -> alone ? LocalDate.parse(lines.get(t)[0]).getDayOfWeek().ordinal() : t % 7);
        List<double[]> rows = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            if (c != y && !Set.of("date", "day", "time", "").contains(header.get(c))) {
                rows.add(column(lines, c));
            }
        }
        int controls = rows.size();
        rows.add(column(lines, y));
        boolean dated = !header.getFirst().equals("y");
        int at = Integer.parseInt(options.getOrDefault("at", dated ? "0" : String.valueOf(lines.size() * 7 / 10)));
        int[] season = dated ? weekdays.toArray() : new int[lines.size()];
        return new EffectFile(header, rows.toArray(double[][]::new), controls, at, season, false);
    }

    private static double[] column(List<String[]> lines, int c) {
        return lines.stream().mapToDouble(line -> Double.parseDouble(line[c])).toArray();
    }

    private static EffectFile panel(
            List<String> header, List<String[]> lines, Map<String, String> options) {
        int treatment = header.indexOf("treated");
        int period = IntStream.range(0, header.size()).filter(c -> Set.of("date", "year", "time", "period", "day", "week", "month").contains(header.get(c))).findFirst().orElse(1);
        int outcome = IntStream.range(1, header.size()).filter(c -> c != treatment && c != period).findFirst().orElseThrow();
        Map<String, Map<String, Double>> units = new TreeMap<>();
        Set<String> treated = new TreeSet<>();
        Set<String> periods = new TreeSet<>();
        String from = options.getOrDefault("from", "");
        for (String[] line : lines) {
            units.computeIfAbsent(line[0], any -> new TreeMap<>()).put(line[period], Double.valueOf(line[outcome]));
            periods.add(line[period]);
            if (treatment >= 0 && Set.of("1", "true", "TRUE").contains(line[treatment])) {
                treated.add(line[0]);
                from = from.isEmpty() || line[period].compareTo(from) < 0 ? line[period] : from;
            }
        }
        if (options.containsKey("treated")) {
            treated.addAll(List.of(options.get("treated").split(",")));
        }
        units.values().removeIf(row -> row.size() < periods.size());
        List<String> names = new ArrayList<>(units.keySet());
        names.removeAll(treated);
        int controls = names.size();
        names.addAll(treated);
        double[][] rows = names.stream().map(name -> row(units.get(name))).toArray(double[][]::new);
        String start = from;
        int before = start.isEmpty() ? 0 : (int) periods.stream().filter(each -> each.compareTo(start) < 0).count();
        boolean daily = periods.iterator().next().length() == 10;
        int[] season = IntStream.range(0, periods.size()).map(t -> daily ? t % 7 : 0).toArray();
        return new EffectFile(names, rows, controls, before, season, true);
    }

    private static double[] row(Map<String, Double> row) {
        return row.values().stream().mapToDouble(each -> each).toArray();
    }

    Panel panel() {
        return new Panel(rows, controls, before);
    }

    /** The treated units' mean, as one series, beside the untouched. */
    Trial trial() {
        double[] touched =
                IntStream.range(0, rows[0].length)
                        .mapToDouble(
                                t ->
                                        IntStream.range(controls, rows.length)
                                                .mapToDouble(i -> rows[i][t])
                                                .average()
                                                .orElseThrow())
                        .toArray();
        return new Trial(touched, Arrays.copyOf(rows, controls), season(touched.length), before);
    }

    /** Where nothing was done: untouched units beside the others, or the series before. */
    List<Trial> quiet() {
        if (!isPanel) {
            int end = before > 0 ? before : rows[0].length;
            return List.of(new Trial(cut(rows[controls], end), Arrays.stream(rows, 0, controls).map(row -> cut(row, end)).toArray(double[][]::new), season(end), 1));
        }
        return IntStream.range(0, controls).mapToObj(this::alone).toList();
    }

    private Trial alone(int unit) {
        double[][] others = IntStream.range(0, controls).filter(i -> i != unit).mapToObj(i -> rows[i]).toArray(double[][]::new);
        return new Trial(rows[unit], others, season(rows[unit].length), 1);
    }

    private static double[] cut(double[] row, int end) {
        return Arrays.copyOf(row, end);
    }

    private int[] season(int periods) {
        return Arrays.copyOf(season, periods);
    }

    private static List<String[]> table(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.replace("\"", "").split("[;,]", -1)).toList();
        }
    }
}
