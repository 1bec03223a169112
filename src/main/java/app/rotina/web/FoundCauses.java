package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.Causes;
import app.rotina.routine.Causes.Cause;
import app.rotina.routine.Causes.Ending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The segments that stand out, each a way to its rows. */
record FoundCauses(Story story, Catalog catalog, Figures figures) {

    /** Of the gap, also where none stands out; of drivers, those in which some do. */
    List<Why.Found> all() {
        List<Why.Found> all = new ArrayList<>();
        for (Causes causes : story.why().causes()) {
            if (all.isEmpty()) {
                all.add(found(words().say("causes.title"), causes));
            } else if (!causes.named().isEmpty()) {
                all.add(found(driver(causes), causes));
            }
        }
        return all;
    }

    private String driver(Causes causes) {
        String label = catalog.of(causes.metric()).label(words().texts());
        return words().say("causes.line", label, signed(causes.whole()));
    }

    private Why.Found found(String title, Causes causes) {
        String ending = causes.ending().name().toLowerCase(Locale.ROOT);
        if (causes.named().isEmpty()) {
            String none = words().say("causes.none." + ending);
            return new Why.Found(title, none, BigDecimal.ZERO, List.of());
        }
        List<BigDecimal> amounts = new ArrayList<>();
        causes.named().forEach(each -> amounts.add(each.amount()));
        amounts.addAll(List.of(causes.common(), causes.mix(), causes.rest()));
        Bars bars = Bars.over(amounts);
        List<Why.Step> parts = new ArrayList<>();
        causes.named().forEach(each -> parts.add(step(causes.metric(), each, bars)));
        addPlain(parts, "causes.common", causes.common(), bars);
        addPlain(parts, "causes.mix", causes.mix(), bars);
        addPlain(parts, "causes.rest", causes.rest(), bars);
        String more = causes.ending() == Ending.MORE ? words().say("causes.more") : "";
        return new Why.Found(title, more, bars.at(BigDecimal.ZERO), parts);
    }

    private Why.Step step(String metric, Cause cause, Bars bars) {
        return new Why.Step(
                story.rows(metric, cause.where()),
                joined(
                        cause.where(),
                        each -> words().texts().value(each.getKey(), each.getValue())),
                words().say(
                                "causes.detail",
                                joined(
                                        cause.where(),
                                        each -> words().say("dimension." + each.getKey())),
                                figures.text(cause.actual(), unit()),
                                figures.text(cause.expected(), unit())),
                signed(cause.amount()),
                Shown.tone(cause.amount().signum(), true),
                bars.from(BigDecimal.ZERO, cause.amount()),
                stake(cause.amount()));
    }

    /** What it cost a day; empty where it brought something. */
    private String stake(BigDecimal amount) {
        return amount.signum() >= 0 || unit() != Unit.MONEY
                ? ""
                : amount.abs()
                        .divide(BigDecimal.valueOf(story.days().count()), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private void addPlain(List<Why.Step> parts, String key, BigDecimal amount, Bars bars) {
        if (amount.signum() != 0) {
            String tone = Shown.tone(amount.signum(), true);
            Bars.Bar bar = bars.from(BigDecimal.ZERO, amount);
            parts.add(new Why.Step("", words().say(key), "", signed(amount), tone, bar));
        }
    }

    /** Such as WhatsApp × São Paulo. */
    private static String joined(
            Map<String, String> where, Function<Map.Entry<String, String>, String> said) {
        return where.entrySet().stream().map(said).collect(Collectors.joining(" × "));
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
