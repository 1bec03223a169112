package app.rotina.review;

import app.rotina.goals.DriverModel;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.report.ReportPeriod;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads revenue, traffic, conversion and order value by channel. */
@Component
final class ReviewChannels {
    private static final int MOST = 12;
    private static final MetricValue NONE = MetricValue.missing("no_source");

    private final Metrics metrics;

    ReviewChannels(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Empty where revenue is not known by channel. */
    Optional<ByChannel> of(Store store, ReportPeriod period, String revenue) {
        DriverModel model = DriverModel.of(store.identity(), false);
        List<String> asked = List.of(revenue, model.traffic(), model.rate(), model.value());
        return dimension(store, revenue, model.traffic())
                .map(by -> {
                    Map<String, List<MetricValue>> before =
                            read(store, asked, by, period.previous());
                    return new ByChannel(
                            by, asked, rows(read(store, asked, by, period.days()), before));
                })
                .filter(found -> !found.rows().isEmpty());
    }

    private Optional<String> dimension(Store store, String revenue, String traffic) {
        return Stream.of("marketing_channel", "channel")
                .filter(by -> metrics.splits(store, revenue, by))
                .min(Comparator.comparing(by -> !metrics.splits(store, traffic, by)));
    }

    private Map<String, List<MetricValue>> read(
            Store store, List<String> asked, String by, Days days) {
        Answer answer = metrics.answer(store, new Question(asked, List.of(by), days, Map.of()));
        Map<String, List<MetricValue>> read = new HashMap<>();
        for (Answer.Row row : answer.rows()) {
            read.put(
                    row.keys().getOrDefault(by, ""),
                    asked.stream().map(each -> row.values().getOrDefault(each, NONE)).toList());
        }
        return read;
    }

    private static List<ByChannel.Row> rows(
            Map<String, List<MetricValue>> now, Map<String, List<MetricValue>> before) {
        return now.entrySet().stream()
                .map(each ->
                        new ByChannel.Row(
                                each.getKey(),
                                each.getValue(),
                                before.getOrDefault(
                                        each.getKey(),
                                        each.getValue().stream().map(any -> NONE).toList())))
                .sorted(Comparator.comparing(ReviewChannels::revenue).reversed())
                .limit(MOST)
                .toList();
    }

    private static BigDecimal revenue(ByChannel.Row row) {
        return row.figures().getFirst().known().orElse(BigDecimal.ZERO);
    }
}
