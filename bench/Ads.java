import app.rotina.insight.ads.AdHistory;
import app.rotina.insight.ads.AdResponse;
import app.rotina.insight.ads.ChannelReturn;
import app.rotina.insight.ads.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marginal return of the channels of a table: date, spend, revenue and, where rows are of
 * channels, channel; every further column is another channel's spend. Rows of a date add up, but a
 * revenue that all of them repeat counts once. A date without rows had no spend and an unknown
 * revenue.
 */
public final class Ads {
    private final Map<LocalDate, Map<String, Double>> spend = new TreeMap<>();
    private final Map<LocalDate, List<Double>> revenue = new TreeMap<>();
    private final Set<String> channels = new LinkedHashSet<>();

    public static void main(String[] args) throws IOException {
        List<String[]> rows =
                Files.readAllLines(Path.of(args[0])).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> Stream.of(line.split(",", -1)).map(String::strip).toArray(String[]::new))
                        .toList();
        Ads ads = new Ads();
        List<String> header = Stream.of(rows.getFirst()).map(name -> name.toLowerCase(Locale.ROOT)).toList();
        rows.subList(1, rows.size()).forEach(row -> ads.add(header, row));
        ads.print();
    }

    private void add(List<String> header, String[] row) {
        LocalDate date = LocalDate.parse(row[header.indexOf("date")]);
        int of = header.indexOf("channel");
        for (int i = 0; i < row.length; i++) {
            String name = header.get(i);
            if (name.equals("revenue") && !row[i].isEmpty()) {
                revenue.computeIfAbsent(date, d -> new ArrayList<>()).add(Double.valueOf(row[i]));
            } else if (!Set.of("date", "channel", "revenue").contains(name) && !row[i].isEmpty()) {
                String channel = of >= 0 ? row[of] : name;
                channels.add(channel);
                spend.computeIfAbsent(date, d -> new TreeMap<>()).merge(channel, Double.valueOf(row[i]), Double::sum);
            }
        }
    }

    private void print() {
        Set<LocalDate> seen = new TreeSet<>(spend.keySet());
        seen.addAll(revenue.keySet());
        List<LocalDate> dates = List.copyOf(seen);
        List<LocalDate> days = dates.getFirst().datesUntil(dates.getLast().plusDays(1)).toList();
        boolean repeated =
                revenue.values().stream().allMatch(all -> all.stream().distinct().count() == 1);
        AdHistory history =
                new AdHistory(
                        days.getFirst(),
                        List.copyOf(channels),
                        channels.stream()
                                .map(
                                        channel ->
                                                days.stream()
                                                        .map(day -> spend.getOrDefault(day, Map.of()).getOrDefault(channel, 0.))
                                                        .toList())
                                .toList(),
                        days.stream().map(day -> total(revenue.getOrDefault(day, List.of()), repeated)).toList());
        long start = System.nanoTime();
        AdResponse response = AdResponse.of(history);
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "{\"days\": %d, \"channels\": {%s}, \"fit_s\": %.3f}%n",
                days.size(),
                response.returns().stream().map(each -> json(each)).collect(Collectors.joining(", ")),
                took);
    }

    private static OptionalDouble total(List<Double> all, boolean repeated) {
        if (all.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                repeated ? all.getFirst() : all.stream().mapToDouble(each -> each).sum());
    }

    private static String json(ChannelReturn each) {
        String answer =
                switch (each) {
                    case ChannelReturn.CannotTell(String name, ChannelReturn.Doubt why) ->
                            "{\"cannot_tell\": \"" + why + "\"}";
                    case ChannelReturn.Told(String name, double spend, Interval marginal) ->
                            String.format(
                                    Locale.ROOT,
                                    "{\"spend\": %.2f, \"mroas\": %.4f, \"low\": %.4f, \"high\": %.4f}",
                                    spend, marginal.middle(), marginal.low(), marginal.high());
                };
        return "\"" + each.channel().replace("\"", "'") + "\": " + answer;
    }
}
