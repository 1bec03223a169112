package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.report.Paper.Bar;
import app.rotina.report.Paper.Block;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Fall;
import app.rotina.routine.Causes;
import app.rotina.routine.Causes.Cause;
import app.rotina.routine.DailyClose.Cut;
import app.rotina.routine.DailyClose.CutPart;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.Why;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why the period came out as it did: drivers from the target to the result, then segments. */
record WhyBlocks(Telling telling) {
    private static final int MOST = 2;
    private static final int SHOWN = 6;

    List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        why().gap()
                .known()
                .ifPresent(gap -> {
                    blocks.add(drivers(gap));
                    List<Causes> told =
                            why().causes().stream()
                                    .filter(each -> !each.named().isEmpty())
                                    .toList();
                    told.stream().limit(MOST).forEach(causes -> blocks.add(segments(causes)));
                    if (told.size() < MOST) {
                        why().cuts().stream().limit(1).forEach(cut -> blocks.add(cut(cut)));
                    }
                });
        return blocks;
    }

    /** The gap over one dimension; where no segment stands out, that is said. */
    private Fall cut(Cut cut) {
        List<CutPart> parts = cut.parts().stream().limit(SHOWN).toList();
        Scale scale = Scale.over(parts.stream().map(CutPart::amount).toList());
        String metric = telling.report().headline().metric();
        String lead =
                why().causes().stream()
                        .filter(causes -> causes.metric().equals(metric))
                        .filter(causes -> causes.named().isEmpty())
                        .map(causes -> causes.ending().name().toLowerCase(Locale.ROOT))
                        .map(ending -> telling.texts().say("causes.none." + ending))
                        .findFirst()
                        .orElse("");
        return new Fall(
                telling.say("why.by", telling.texts().say("dimension." + cut.dimension())),
                lead,
                parts.stream().map(part -> part(cut.dimension(), part, scale)).toList());
    }

    private Bar part(String dimension, CutPart part, Scale scale) {
        Cell amount = telling.amount(part.amount());
        boolean summed = part.value().startsWith("(");
        Map<String, String> where = Map.of(dimension, part.value());
        String metric = telling.report().headline().metric();
        return bar(
                telling.texts().value(dimension, part.value()),
                "",
                summed
                        ? amount
                        : amount.toRows(
                                Telling.rows(metric, telling.report().period().days(), where)),
                scale,
                BigDecimal.ZERO,
                part.amount());
    }

    private Fall drivers(BigDecimal gap) {
        List<BigDecimal> stops = new ArrayList<>(List.of(gap));
        BigDecimal sum = BigDecimal.ZERO;
        for (DriverPart part : why().drivers()) {
            sum = sum.add(part.amount());
            stops.add(sum);
        }
        Scale scale = Scale.over(stops);
        List<Bar> bars = new ArrayList<>();
        bars.add(start(gap, scale));
        sum = BigDecimal.ZERO;
        for (DriverPart part : why().drivers()) {
            BigDecimal next = sum.add(part.amount());
            Cell amount = telling.amount(part.amount()).toRows(telling.rows(part.metric()));
            bars.add(bar(telling.label(part.metric()), "", amount, scale, sum, next));
            sum = next;
        }
        bars.add(result(gap, scale));
        String lead = why().drivers().isEmpty() ? telling.say("why.unknown") : "";
        return new Fall(telling.say("why.title"), lead, bars);
    }

    private Bar start(BigDecimal gap, Scale scale) {
        BigDecimal base =
                telling.report()
                        .headline()
                        .value()
                        .known()
                        .map(value -> value.subtract(gap))
                        .orElse(BigDecimal.ZERO);
        return new Bar(
                telling.say("why.base." + why().against()),
                "",
                telling.cell(MetricValue.known(base)),
                scale.zero(),
                BigDecimal.ZERO,
                scale.zero(),
                true);
    }

    private Bar result(BigDecimal gap, Scale scale) {
        return new Bar(
                telling.say("why.result"),
                "",
                telling.amount(gap).toRows(telling.rows(telling.report().headline().metric())),
                scale.start(BigDecimal.ZERO, gap),
                scale.width(BigDecimal.ZERO, gap),
                scale.zero(),
                true);
    }

    private static Bar bar(
            String label, String detail, Cell amount, Scale scale, BigDecimal from, BigDecimal to) {
        return new Bar(
                label,
                detail,
                amount,
                scale.start(from, to),
                scale.width(from, to),
                scale.zero(),
                false);
    }

    private Fall segments(Causes causes) {
        List<BigDecimal> amounts = new ArrayList<>();
        causes.named().forEach(each -> amounts.add(each.amount()));
        amounts.addAll(List.of(causes.common(), causes.mix(), causes.rest()));
        Scale scale = Scale.over(amounts);
        List<Bar> bars = new ArrayList<>();
        causes.named().forEach(each -> bars.add(segment(causes.metric(), each, scale)));
        addPlain(bars, "common", causes.common(), scale);
        addPlain(bars, "mix", causes.mix(), scale);
        addPlain(bars, "rest", causes.rest(), scale);
        return new Fall(title(causes), "", bars);
    }

    private String title(Causes causes) {
        return causes.metric().equals(telling.report().headline().metric())
                ? telling.texts().say("causes.title")
                : telling.texts()
                        .say(
                                "causes.line",
                                telling.label(causes.metric()),
                                telling.signed(causes.whole()));
    }

    private Bar segment(String metric, Cause cause, Scale scale) {
        String rows = Telling.rows(metric, telling.report().period().days(), cause.where());
        return bar(
                where(cause),
                telling.texts()
                        .say(
                                "causes.detail",
                                joined(
                                        cause.where(),
                                        each -> telling.texts().say("dimension." + each.getKey())),
                                telling.text(cause.actual()),
                                telling.text(cause.expected())),
                telling.amount(cause.amount()).toRows(rows),
                scale,
                BigDecimal.ZERO,
                cause.amount());
    }

    /** Such as WhatsApp × São Paulo. */
    String where(Cause cause) {
        return joined(cause.where(), each -> telling.texts().value(each.getKey(), each.getValue()));
    }

    private static String joined(
            Map<String, String> where, Function<Map.Entry<String, String>, String> said) {
        return where.entrySet().stream().map(said).collect(Collectors.joining(" × "));
    }

    private void addPlain(List<Bar> bars, String key, BigDecimal amount, Scale scale) {
        if (amount.signum() != 0) {
            String label = telling.texts().say("causes." + key);
            bars.add(bar(label, "", telling.amount(amount), scale, BigDecimal.ZERO, amount));
        }
    }

    private Why why() {
        return telling.report().why();
    }
}
