package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.report.Report.Headline;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.Restated;
import app.rotina.routine.DailyClose.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer to "did it meet its target?" and its main cause, in sentences. */
record VerdictWords(Telling telling) {

    Paper.Verdict verdict() {
        Headline headline = headline();
        String kind = headline.verdict().name().toLowerCase(Locale.ROOT);
        List<String> details = new ArrayList<>();
        against().ifPresent(details::add);
        compared().ifPresent(details::add);
        cause().ifPresent(details::add);
        pending().ifPresent(details::add);
        restated().ifPresent(details::add);
        leftOut().ifPresent(details::add);
        String label = telling.say("verdict.label." + kind + pace());
        return new Paper.Verdict(kind, label, sentence(), details);
    }

    /** Of a period under way nobody says that its target was met or missed. */
    private String pace() {
        return telling.report().period().soFar() && isJudged() ? ".running" : "";
    }

    private boolean isJudged() {
        return headline().verdict() == Verdict.MET || headline().verdict() == Verdict.MISSED;
    }

    String sentence() {
        Headline headline = headline();
        return switch (headline.verdict()) {
            case MET -> telling.say("verdict.met" + pace(), gap());
            case MISSED -> telling.say("verdict.missed" + pace(), gap());
            case NO_GOAL ->
                    telling.say(
                            "verdict.no_goal",
                            amount(headline.value()),
                            telling.label(headline.metric()));
            case NO_DATA -> telling.say("verdict.no_data");
            case OPEN -> telling.say("verdict.open", amount(headline.value()));
        };
    }

    private String gap() {
        return telling.text(headline().gap().known().orElse(BigDecimal.ZERO).abs());
    }

    /** The figure against its target, and what share of it that is; empty without a target. */
    Optional<String> against() {
        Headline headline = headline();
        return telling.share(headline.value(), headline.target(), 1)
                .map(share ->
                        telling.say(
                                "verdict.against",
                                telling.label(headline.metric()),
                                amount(headline.value()),
                                amount(headline.target()),
                                share));
    }

    /** By how much it is more or less than before; empty where nothing is known of before. */
    Optional<String> compared() {
        List<String> said = new ArrayList<>();
        List<Report.Compared> compared = telling.report().compared();
        for (int i = 0; i < compared.size(); i++) {
            Paper.Cell change = telling.change(headline().value(), before(i), telling.goal());
            if (change.known()) {
                String name = new FigureGrids(telling).head(compared.get(i));
                said.add(telling.say("compared", name, change.text()));
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", said));
    }

    private MetricValue before(int comparison) {
        return telling.report().lines().stream()
                .filter(line -> line.metric().equals(headline().metric()))
                .map(line -> line.before().get(comparison))
                .findFirst()
                .orElse(MetricValue.missing("no_history"));
    }

    private String amount(MetricValue value) {
        return telling.text(value.known().orElse(BigDecimal.ZERO));
    }

    /** The driver that moved most the way the period went; empty where none did. */
    Optional<String> cause() {
        return largest(true)
                .map(first ->
                        largest(false)
                                .map(other ->
                                        telling.say(
                                                "cause.two",
                                                label(first),
                                                signed(first),
                                                label(other),
                                                signed(other)))
                                .orElseGet(() ->
                                        telling.say("cause.one", label(first), signed(first))));
    }

    /** The same in as few words as a message has room for. */
    Optional<String> shortCause() {
        return largest(true).map(first -> telling.say("cause.one", label(first), signed(first)));
    }

    private Optional<DriverPart> largest(boolean withTheGap) {
        int sign = telling.report().why().gap().known().map(BigDecimal::signum).orElse(0);
        Stream<DriverPart> parts =
                telling.report().why().drivers().stream()
                        .filter(part -> part.amount().signum() != 0)
                        .filter(part -> (part.amount().signum() == sign) == withTheGap);
        return parts.max(Comparator.comparing(part -> part.amount().abs()));
    }

    private String label(DriverPart part) {
        return telling.label(part.metric());
    }

    private String signed(DriverPart part) {
        return telling.signed(part.amount());
    }

    private Optional<String> pending() {
        return headline()
                .pending()
                .known()
                .filter(amount -> amount.signum() > 0)
                .filter(amount -> telling.report().period().kind() == ReportKind.DAILY)
                .map(amount -> telling.say("pending", telling.text(amount, Metric.Unit.MONEY)));
    }

    private Optional<String> restated() {
        @Nullable Restated restated = headline().restated();
        return restated == null
                ? Optional.empty()
                : Optional.of(telling.say("restated", telling.text(restated.before())));
    }

    private Optional<String> leftOut() {
        List<LocalDate> days = telling.report().leftOut();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        telling.say(
                                "left_out",
                                telling.formats()
                                        .list(
                                                days.stream()
                                                        .map(telling.formats()::shortDay)
                                                        .toList())));
    }

    /** What the reader has to know of the figures: running, provisional. */
    List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (telling.report().period().soFar()
                && !isJudged()
                && headline().verdict() != Verdict.OPEN) {
            marks.add(telling.say("mark.so_far"));
        }
        if (headline().provisional() && headline().verdict().isTold()) {
            marks.add(telling.say("mark.provisional"));
        }
        return marks;
    }

    /** Of which revenue, in whose day, up to when. */
    String frame() {
        String label = telling.label(headline().metric());
        String zone = telling.report().store().zone().getId();
        @Nullable LocalDate through = headline().dataThrough();
        return through == null
                ? telling.say("frame_empty", label, zone)
                : telling.say("frame", label, zone, telling.formats().day(through));
    }

    private Headline headline() {
        return telling.report().headline();
    }
}
