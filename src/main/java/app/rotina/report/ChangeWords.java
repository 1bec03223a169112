package app.rotina.report;

import app.rotina.metrics.Metric;
import app.rotina.report.Paper.Line;
import app.rotina.report.Paper.Lines;
import app.rotina.routine.DailyClose.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which figures really changed on the last day. */
record ChangeWords(Telling telling) {

    Optional<Lines> block() {
        List<Change> changes = telling.report().changes().real();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Lines(
                                telling.texts().say("changes.title"),
                                changes.stream().map(this::line).toList()));
    }

    private Line line(Change change) {
        Metric metric = telling.catalog().of(change.metric());
        String sentence =
                telling.texts()
                        .say(
                                change.isUp() ? "changes.rose" : "changes.fell",
                                metric.label(telling.texts()),
                                telling.text(change.value(), metric.unit()),
                                telling.text(change.low(), metric.unit()),
                                telling.text(change.high(), metric.unit()),
                                telling.formats().weekdayName(telling.report().period().through()),
                                telling.signed(change.amount(), Metric.Unit.MONEY));
        return new Line(Telling.tone(change.amount().signum(), true), sentence, details(change));
    }

    private List<String> details(Change change) {
        List<String> details = new ArrayList<>();
        if (change.since().isBefore(telling.report().period().through())) {
            details.add(
                    telling.texts()
                            .say("changes.since", telling.formats().shortDay(change.since())));
        }
        if (!change.folded().isEmpty()) {
            details.add(
                    telling.texts()
                            .say(
                                    "changes.folded",
                                    telling.formats()
                                            .list(
                                                    change.folded().stream()
                                                            .map(telling::label)
                                                            .toList())));
        }
        return details;
    }
}
