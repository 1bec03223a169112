package app.rotina.web;

import app.rotina.insight.DimensionSplit;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.DailyClose.Cut;
import app.rotina.routine.DailyClose.CutPart;
import app.rotina.routine.DailyClose.DriverPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why days came out as they did: a sentence, the drivers as a waterfall from the target to the
 * result, the segments that stand out, and the gap over one dimension at a time.
 *
 * @param base what the waterfall starts from, such as the target
 * @param zero where that stands on the scale, in percent
 * @param actual what it ends at, with what to add to the rows' address for it
 */
record Why(
        String sentence,
        String base,
        String baseAmount,
        BigDecimal zero,
        List<Step> steps,
        Step result,
        List<Found> found,
        List<Spread> spreads,
        String actual,
        String rows) {

    /**
     * One bar of the waterfall, or one part of a cut.
     *
     * @param rows what to add to the rows' address to see those behind it; empty: it has none
     * @param stake the money that it cost a day, a plain number; empty: it brought some, or is none
     */
    record Step(
            String rows,
            String label,
            String detail,
            String amount,
            String tone,
            Bars.Bar bar,
            String stake) {
        Step(String rows, String label, String detail, String amount, String tone, Bars.Bar bar) {
            this(rows, label, detail, amount, tone, bar, "");
        }
    }

    /**
     * The segments that stand out: of the gap, or of one driver.
     *
     * @param lead said below the title; empty: the segments speak for themselves
     */
    record Found(String title, String lead, BigDecimal zero, List<Step> parts) {}

    /** The gap over the values of one dimension. */
    record Spread(String dimension, String label, BigDecimal zero, List<Step> parts) {}

    static Why of(Story story, Catalog catalog, Figures figures) {
        return new Teller(story, catalog, figures).tell();
    }

    private record Teller(Story story, Catalog catalog, Figures figures) {

        Why tell() {
            BigDecimal gap = story.gap();
            List<BigDecimal> stops = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (DriverPart part : story.why().drivers()) {
                sum = sum.add(part.amount());
                stops.add(sum);
            }
            stops.add(gap);
            Bars bars = Bars.over(stops);

            return new Why(
                    sentence(),
                    words().say("why.base." + story.why().against()),
                    figures.text(story.actual().subtract(gap), unit()),
                    bars.at(BigDecimal.ZERO),
                    steps(bars),
                    step("", words().say("web.why.result"), gap, bars.from(BigDecimal.ZERO, gap)),
                    new FoundCauses(story, catalog, figures).all(),
                    story.why().cuts().stream().map(this::spread).toList(),
                    figures.text(story.actual(), unit()),
                    story.rows(story.metric(), Map.of()));
        }

        private List<Step> steps(Bars bars) {
            List<Step> steps = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (DriverPart part : story.why().drivers()) {
                BigDecimal next = sum.add(part.amount());
                Bars.Bar bar = bars.from(sum, next);
                steps.add(
                        new Step(
                                story.rows(part.metric(), Map.of()),
                                label(part),
                                story.details().getOrDefault(part.metric(), ""),
                                signed(part.amount()),
                                Shown.tone(part.amount().signum(), true),
                                bar));
                sum = next;
            }
            return steps;
        }

        private Step step(String rows, String label, BigDecimal amount, Bars.Bar bar) {
            String tone = Shown.tone(amount.signum(), true);
            return new Step(rows, label, "", signed(amount), tone, bar);
        }

        private Spread spread(Cut cut) {
            List<CutPart> parts = cut.parts();
            Bars bars = Bars.over(parts.stream().map(CutPart::amount).toList());
            return new Spread(
                    cut.dimension(),
                    words().say("dimension." + cut.dimension()),
                    bars.at(BigDecimal.ZERO),
                    parts.stream()
                            .map(part ->
                                    step(
                                            rows(cut.dimension(), part.value()),
                                            words().texts().value(cut.dimension(), part.value()),
                                            part.amount(),
                                            bars.from(BigDecimal.ZERO, part.amount())))
                            .toList());
        }

        private String rows(String dimension, String value) {
            boolean summed =
                    value.equals(DimensionSplit.OTHER) || value.equals(DimensionSplit.REMAINDER);
            return summed ? "" : story.rows(story.metric(), Map.of(dimension, value));
        }

        /** The driver that moved most the way the day went, and the one most against it. */
        private String sentence() {
            Map<Boolean, List<DriverPart>> sides =
                    story.why().drivers().stream()
                            .filter(part -> part.amount().signum() != 0)
                            .sorted(
                                    Comparator.comparing((DriverPart part) -> part.amount().abs())
                                            .reversed())
                            .collect(Collectors.partitioningBy(this::withTheGap));
            List<DriverPart> with = sides.getOrDefault(true, List.of());
            List<DriverPart> against = sides.getOrDefault(false, List.of());
            if (with.isEmpty()) {
                return words().say("web.why.unknown");
            }
            DriverPart first = with.getFirst();
            if (against.isEmpty()) {
                return words().say("web.why.one", label(first), signed(first.amount()));
            }
            DriverPart other = against.getFirst();
            return words().say(
                            story.gap().signum() < 0 ? "web.why.softened" : "web.why.held_back",
                            label(first),
                            signed(first.amount()),
                            label(other),
                            signed(other.amount()));
        }

        private boolean withTheGap(DriverPart part) {
            return part.amount().signum() == story.gap().signum();
        }

        private String label(DriverPart part) {
            Metric metric = catalog.of(part.metric());
            return metric.label(words().texts());
        }

        private String signed(BigDecimal amount) {
            return figures.signed(amount, unit());
        }

        private Unit unit() {
            return catalog.of(story.metric()).unit();
        }

        private Words words() {
            return figures.words();
        }
    }
}
