package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.Change;
import app.rotina.routine.DailyClose.Changes;
import app.rotina.routine.DailyClose.ChannelLine;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.DailyClose.NotYet;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A close as the interface carries it. */
record CloseCard(
        String store,
        LocalDate date,
        String currency,
        String verdict,
        boolean provisional,
        int revision,
        @Nullable RestatedCard restated,
        @JsonProperty("goal_metric") String goalMetric,
        List<Map<String, @Nullable Object>> metrics,
        WhyCard why,
        MonthCard month,
        ChangesCard changes,
        List<Map<String, @Nullable Object>> channels,
        @Nullable Object pending,
        List<NoteCard> notes) {

    record RestatedCard(@Nullable Object before, String verdict, Instant at) {}

    record MonthCard(
            @JsonProperty("to_date") @Nullable Object toDate,
            @Nullable Object goal,
            @Nullable Object projection,
            @Nullable Object low,
            @Nullable Object high,
            @Nullable Object probability,
            @JsonProperty("required_per_day") @Nullable Object requiredPerDay,
            @JsonProperty("required_tomorrow") @Nullable Object requiredTomorrow,
            Map<String, String> missing) {}

    /** What really changed; both lists empty: nothing did. */
    record ChangesCard(List<ChangeCard> real, @JsonProperty("not_yet") List<NotYet> notYet) {}

    /** One change: the figure, what is usual, and the money of a day. */
    record ChangeCard(
            String metric,
            @Nullable Object value,
            @JsonProperty("usual_low") @Nullable Object usualLow,
            @JsonProperty("usual_high") @Nullable Object usualHigh,
            String amount,
            LocalDate since,
            List<String> folded) {}

    record NoteCard(String author, Instant at, String text) {}

    static CloseCard of(DailyClose close, Catalog catalog) {
        Figures figures = new Figures(catalog, close.currency());
        return new CloseCard(
                close.store(),
                close.date(),
                close.currency().getCurrencyCode(),
                close.verdict().name().toLowerCase(Locale.ROOT),
                close.provisional(),
                close.revision(),
                restated(close, figures),
                close.goalMetric(),
                close.metrics().stream().map(line -> line(line, close, figures)).toList(),
                WhyCard.of(close.why(), amount -> figures.of(close.goalMetric(), amount)),
                month(close.month(), close.goalMetric(), figures),
                changes(close.changes(), figures),
                close.channels().stream().map(line -> channel(line, figures)).toList(),
                figures.money(close.pending()),
                close.notes().stream()
                        .map(note -> new NoteCard(note.author(), note.at(), note.text()))
                        .toList());
    }

    private static @Nullable RestatedCard restated(DailyClose close, Figures figures) {
        return close.restated() == null
                ? null
                : new RestatedCard(
                        figures.of(close.goalMetric(), close.restated().before()),
                        close.restated().verdictBefore().name().toLowerCase(Locale.ROOT),
                        close.restated().at());
    }

    private static Map<String, @Nullable Object> line(
            MetricLine line, DailyClose close, Figures figures) {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("id", line.id());
        card.put("unit", line.unit());
        card.put("provisional", close.isProvisional(line));
        return with(card, parts(line), value -> figures.of(line.id(), value));
    }

    private static Map<String, @Nullable Object> channel(ChannelLine line, Figures figures) {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("channel", line.channel());
        card.put("metric", line.metric());
        card.put("unit", line.unit());
        Map<String, MetricValue> parts = new LinkedHashMap<>();
        parts.put("value", line.value());
        parts.put("target", line.target());
        parts.put("gap", line.gap());
        return with(card, parts, value -> figures.of(line.metric(), value));
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> card,
            Map<String, MetricValue> parts,
            Function<MetricValue, @Nullable Object> written) {
        Map<String, String> missing = new LinkedHashMap<>();
        parts.forEach((name, value) -> {
            card.put(name, written.apply(value));
            value.missing().ifPresent(reason -> missing.put(name, reason));
        });
        if (!missing.isEmpty()) {
            card.put("missing", missing);
        }
        return card;
    }

    private static Map<String, MetricValue> parts(MetricLine line) {
        Map<String, MetricValue> parts = new LinkedHashMap<>();
        parts.put("value", line.value());
        parts.put("target", line.target());
        parts.put("gap", line.gap());
        parts.put("previous_day", line.previousDay());
        parts.put("same_weekday", line.sameWeekday());
        parts.put("last_year", line.lastYear());
        return parts;
    }

    private static ChangesCard changes(Changes changes, Figures figures) {
        return new ChangesCard(
                changes.real().stream().map(change -> change(change, figures)).toList(),
                changes.notYet());
    }

    private static ChangeCard change(Change change, Figures figures) {
        return new ChangeCard(
                change.metric(),
                figures.of(change.metric(), change.value()),
                figures.of(change.metric(), change.low()),
                figures.of(change.metric(), change.high()),
                figures.money(change.amount()),
                change.since(),
                change.folded());
    }

    private static MonthCard month(MonthStanding month, String metric, Figures figures) {
        return new MonthCard(
                figures.of(metric, month.toDate()),
                figures.of(metric, month.goal()),
                figures.of(metric, month.projection()),
                figures.of(metric, month.outlook().low()),
                figures.of(metric, month.outlook().high()),
                Figures.plain(month.outlook().probability()),
                figures.of(metric, month.requiredPerDay()),
                figures.of(metric, month.requiredTomorrow()),
                OutlookCard.missing(month.outlook()));
    }
}
