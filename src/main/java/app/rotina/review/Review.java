package app.rotina.review;

import app.rotina.kernel.MetricValue;
import app.rotina.report.ReportPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store's review of a week, a fortnight or a month: figures that made themselves, and what people
 * wrote beside them. A signed one stays as it was.
 *
 * @param signed absence: its figures are those of now
 * @param since what figures say now that say otherwise than when it was signed
 */
public record Review(
        ReviewFigures figures, List<Text> texts, @Nullable Signed signed, List<Since> since) {

    /** What somebody wrote in a section. */
    public record Text(ReviewSection section, String body, String who, Instant at) {}

    /** Who signed it, and when. */
    public record Signed(String who, Instant at) {}

    /** A figure that changed after the review was signed. */
    public record Since(String metric, MetricValue then, MetricValue now) {}

    public ReportPeriod period() {
        return figures.report().period();
    }

    public Judged judged() {
        return Judged.of(figures.report());
    }

    public Optional<Text> text(ReviewSection section) {
        return texts.stream().filter(each -> each.section() == section).findFirst();
    }

    /** Where it is, after the store's address. */
    public String address() {
        return address(period());
    }

    static String address(ReportPeriod period) {
        return "/reviews/" + period.kind().id() + "/" + period.whole().from();
    }
}
