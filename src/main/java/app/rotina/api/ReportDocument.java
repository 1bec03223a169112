package app.rotina.api;

import app.rotina.goals.GoalSuggestion;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.report.Report;
import app.rotina.report.Report.Channel;
import app.rotina.report.Report.DayLine;
import app.rotina.report.Report.Headline;
import app.rotina.report.Report.Line;
import app.rotina.report.Report.NextMonth;
import app.rotina.routine.Outlook;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as the interface carries it; figures are those of the close and of queries.
 *
 * @param soFar true where the period is still running, up to {@code through}
 * @param leftOut days of the period that the explanation does not know
 */
record ReportDocument(
        String store,
        String kind,
        LocalDate from,
        LocalDate to,
        LocalDate through,
        @JsonProperty("so_far") boolean soFar,
        String currency,
        HeadlineCard headline,
        List<Map<String, @Nullable Object>> metrics,
        WhyCard why,
        @JsonProperty("left_out") List<LocalDate> leftOut,
        MonthCard month,
        List<Map<String, @Nullable Object>> channels,
        List<Map<String, @Nullable Object>> days,
        List<Map<String, @Nullable Object>> products,
        List<ActionEffectCard> actions,
        @JsonProperty("next_month") @Nullable NextCard nextMonth,
        List<NoteCard> notes) {

    record HeadlineCard(
            String metric,
            String verdict,
            @Nullable Object value,
            @Nullable Object target,
            @Nullable Object gap,
            boolean provisional,
            @Nullable Object pending,
            @JsonProperty("data_through") @Nullable LocalDate dataThrough) {}

    record MonthCard(
            YearMonth month,
            @JsonProperty("as_of") LocalDate asOf,
            @JsonProperty("to_date") @Nullable Object toDate,
            @Nullable Object goal,
            @Nullable Object projection,
            @Nullable Object low,
            @Nullable Object high,
            @Nullable Object probability,
            @JsonProperty("required_per_day") @Nullable Object requiredPerDay,
            @JsonProperty("required_tomorrow") @Nullable Object requiredTomorrow) {}

    record ActionEffectCard(long id, String name, String metric, String verdict) {}

    record NextCard(YearMonth month, @Nullable Object goal, @Nullable Object suggested) {}

    record NoteCard(LocalDate date, String author, String text) {}

    static ReportDocument of(Report report, Catalog catalog) {
        return new Writer(report, new Figures(catalog, report.store().currency())).document();
    }

    private record Writer(Report report, Figures figures) {

        ReportDocument document() {
            Days whole = report.period().whole();
            return new ReportDocument(
                    report.store().id(),
                    report.period().kind().id(),
                    whole.from(),
                    whole.to(),
                    report.period().through(),
                    report.period().soFar(),
                    report.store().currency().getCurrencyCode(),
                    headline(report.headline()),
                    report.lines().stream().map(this::line).toList(),
                    WhyCard.of(report.why(), amount -> figures.of(metric(), amount)),
                    report.leftOut(),
                    month(report.month()),
                    report.channels().stream().map(this::channel).toList(),
                    report.days().stream().map(this::day).toList(),
                    report.products().stream().map(this::product).toList(),
                    report.actions().stream()
                            .map(effect ->
                                    new ActionEffectCard(
                                            effect.action().id(),
                                            effect.action().name(),
                                            effect.action().metric(),
                                            effect.verdict().id()))
                            .toList(),
                    next(report.next()),
                    report.notes().stream()
                            .map(each ->
                                    new NoteCard(
                                            each.date(), each.note().author(), each.note().text()))
                            .toList());
        }

        private String metric() {
            return report.headline().metric();
        }

        private @Nullable Object of(MetricValue value) {
            return figures.of(metric(), value);
        }

        private HeadlineCard headline(Headline headline) {
            return new HeadlineCard(
                    headline.metric(),
                    headline.verdict().name().toLowerCase(Locale.ROOT),
                    of(headline.value()),
                    of(headline.target()),
                    of(headline.gap()),
                    headline.provisional(),
                    figures.money(headline.pending()),
                    headline.dataThrough());
        }

        private Map<String, @Nullable Object> line(Line line) {
            Map<String, @Nullable Object> card = new LinkedHashMap<>();
            card.put("id", line.metric());
            card.put("value", figures.of(line.metric(), line.value()));
            card.put("target", figures.of(line.metric(), line.target()));
            for (int i = 0; i < report.compared().size(); i++) {
                card.put(
                        report.compared().get(i).id(),
                        figures.of(line.metric(), line.before().get(i)));
            }
            line.value().missing().ifPresent(reason -> card.put("missing", reason));
            return card;
        }

        private MonthCard month(Report.Month month) {
            Outlook outlook = month.standing().outlook();
            return new MonthCard(
                    month.month(),
                    month.asOf(),
                    of(month.standing().toDate()),
                    of(month.standing().goal()),
                    of(outlook.projection()),
                    of(outlook.low()),
                    of(outlook.high()),
                    Figures.plain(outlook.probability()),
                    of(month.standing().requiredPerDay()),
                    of(month.standing().requiredTomorrow()));
        }

        private Map<String, @Nullable Object> channel(Channel channel) {
            Map<String, @Nullable Object> card = new LinkedHashMap<>();
            card.put("channel", channel.channel());
            card.put("value", of(channel.value()));
            card.put("target", of(channel.target()));
            card.put("previous", of(channel.previous()));
            card.put("month_to_date", of(channel.toDate()));
            card.put("month_goal", of(channel.goal()));
            @Nullable Outlook outlook = channel.outlook();
            if (outlook != null) {
                card.put("projection", of(outlook.projection()));
                card.put("probability", Figures.plain(outlook.probability()));
            }
            return card;
        }

        private Map<String, @Nullable Object> day(DayLine day) {
            Map<String, @Nullable Object> card = new LinkedHashMap<>();
            card.put("date", day.date());
            card.put("value", of(day.value()));
            card.put("target", of(day.target()));
            List<String> beside = report.dayMetrics();
            for (int i = 0; i < beside.size(); i++) {
                card.put(beside.get(i), figures.of(beside.get(i), day.figures().get(i)));
            }
            return card;
        }

        private Map<String, @Nullable Object> product(Report.Product product) {
            Map<String, @Nullable Object> card = new LinkedHashMap<>();
            card.put("product", product.product());
            card.put("value", of(product.value()));
            card.put("previous", of(product.previous()));
            card.put("abc", product.abc().name());
            return card;
        }

        private @Nullable NextCard next(@Nullable NextMonth next) {
            if (next == null) {
                return null;
            }
            @Nullable GoalSuggestion suggestion = next.suggestion();
            return new NextCard(
                    next.month(),
                    of(next.goal()),
                    suggestion == null ? null : figures.of(metric(), suggestion.value()));
        }
    }
}
