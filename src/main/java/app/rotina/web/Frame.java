package app.rotina.web;

import app.rotina.metrics.Metric;
import java.time.LocalDate;
import java.util.Optional;

/** What a page's figures must never leave open: in whose day, by which date, of which revenue. */
final class Frame {
    private Frame() {}

    /**
     * @param through the last day that its data reach; empty: none
     */
    static String of(Metric metric, Optional<LocalDate> through, Screen screen) {
        Words words = screen.words();
        String zone = screen.store().zone().getId();
        String label = metric.label(words.texts());
        String basis = words.sayOr("span.basis." + metric.id(), "");
        if (basis.isEmpty()) {
            return through.map(last -> words.say("web.today.frame", label, zone, words.day(last)))
                    .orElseGet(() -> words.say("web.today.frame_empty", label, zone));
        }
        return through.map(last -> words.say("span.frame", zone, basis, label, words.day(last)))
                .orElseGet(() -> words.say("span.frame_empty", zone, basis, label));
    }
}
