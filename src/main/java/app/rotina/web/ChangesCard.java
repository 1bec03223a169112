package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.Change;
import app.rotina.routine.DailyClose.NotYet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What really changed on the day, one sentence each.
 *
 * @param notYet what cannot be told yet, one sentence for figures of equal history
 */
record ChangesCard(List<Line> lines, List<String> notYet) {

    /**
     * A change.
     *
     * @param metric its rows lie behind the sentence
     * @param details since when, and what moved with it
     */
    record Line(String metric, String tone, String sentence, List<String> details) {}

    static ChangesCard of(DailyClose close, Catalog catalog, Figures figures) {
        Teller teller = new Teller(close, catalog, figures);
        return new ChangesCard(
                close.changes().real().stream().map(teller::line).toList(), teller.notYet());
    }

    boolean isEmpty() {
        return lines.isEmpty() && notYet.isEmpty();
    }

    private record Teller(DailyClose close, Catalog catalog, Figures figures) {

        Line line(Change change) {
            return new Line(
                    change.metric(),
                    Shown.tone(change.amount().signum(), true),
                    sentence(change),
                    details(change));
        }

        private String sentence(Change change) {
            Metric metric = catalog.of(change.metric());
            return words().say(
                            change.isUp() ? "changes.rose" : "changes.fell",
                            metric.label(words().texts()),
                            figures.text(change.value(), metric.unit()),
                            figures.text(change.low(), metric.unit()),
                            figures.text(change.high(), metric.unit()),
                            words().weekdayName(close.date()),
                            figures.signed(change.amount(), Metric.Unit.MONEY));
        }

        private List<String> details(Change change) {
            List<String> details = new ArrayList<>();
            if (change.since().isBefore(close.date())) {
                details.add(words().say("changes.since", words().shortDay(change.since())));
            }
            if (!change.folded().isEmpty()) {
                details.add(words().say("changes.folded", labels(change.folded())));
            }
            return details;
        }

        private List<String> notYet() {
            Map<List<Integer>, List<String>> byHistory = new LinkedHashMap<>();
            for (NotYet each : close.changes().notYet()) {
                byHistory
                        .computeIfAbsent(
                                List.of(each.known(), each.needed()), any -> new ArrayList<>())
                        .add(each.metric());
            }
            return byHistory.entrySet().stream()
                    .map(each ->
                            words().say(
                                            "changes.not_yet",
                                            labels(each.getValue()),
                                            each.getKey().getFirst(),
                                            each.getKey().getLast()))
                    .toList();
        }

        private String labels(List<String> metrics) {
            return words().list(
                            metrics.stream()
                                    .map(metric -> catalog.of(metric).label(words().texts()))
                                    .toList());
        }

        private Words words() {
            return figures.words();
        }
    }
}
