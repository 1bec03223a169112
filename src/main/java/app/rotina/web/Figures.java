package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.FigureText;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.function.Function;

/** Figures of one store, written for one person. */
record Figures(Words words, Currency currency) {

    Shown value(MetricValue value, Unit unit) {
        return shown(value, known -> Shown.plain(text(known, unit)));
    }

    Shown money(MetricValue value) {
        return value(value, Unit.MONEY);
    }

    String text(BigDecimal value, Unit unit) {
        return text().text(value, unit);
    }

    /** The same figures, for what is told outside of pages too. */
    FigureText text() {
        return new FigureText(words.texts(), words.formats(), currency);
    }

    /** A difference with its sign and whether it is good news. */
    Shown difference(MetricValue value, Metric metric) {
        return shown(
                value,
                known ->
                        new Shown(
                                signed(known, metric.unit()),
                                Shown.tone(known.signum(), metric.upIsGood()),
                                null));
    }

    String signed(BigDecimal value, Unit unit) {
        return text().signed(value, unit);
    }

    /** By how much of the one before a value changed, in percent. */
    Shown change(MetricValue now, MetricValue before, Metric metric) {
        return shown(
                now,
                value ->
                        shown(
                                before,
                                base ->
                                        base.signum() == 0
                                                ? Shown.missing(reason("nothing_to_divide_by"))
                                                : change(value, base, metric.upIsGood())));
    }

    private Shown change(BigDecimal value, BigDecimal base, boolean upIsGood) {
        BigDecimal ratio = value.subtract(base).divide(base.abs(), MathContext.DECIMAL64);
        return new Shown(words.signedPercent(ratio, 1), Shown.tone(ratio.signum(), upIsGood), null);
    }

    private Shown shown(MetricValue value, Function<BigDecimal, Shown> known) {
        return switch (value) {
            case MetricValue.Known(BigDecimal number) -> known.apply(number);
            case MetricValue.Missing(String why) -> Shown.missing(reason(why));
        };
    }

    private String reason(String why) {
        return words.say("missing." + why);
    }
}
