package app.rotina.metrics;

import app.rotina.kernel.Formats;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Metric.Unit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Figures of one currency as a person of one language reads them. */
public record FigureText(Texts texts, Formats formats, Currency currency) {

    public static FigureText of(Currency currency, Locale locale) {
        return new FigureText(Texts.of(locale), Formats.of(locale), currency);
    }

    public String text(BigDecimal value, Unit unit) {
        return switch (unit) {
            case MONEY -> formats.money(value, currency);
            case COUNT -> formats.count(value);
            case NUMBER -> formats.decimal(value, 2);
            case RATIO -> formats.percent(value, 2);
            case MINUTES -> formats.minutes(value);
        };
    }

    /** A difference; one of rates is in points. */
    public String signed(BigDecimal value, Unit unit) {
        return switch (unit) {
            case MONEY -> formats.signedMoney(value, currency);
            case COUNT -> formats.signed(value, 0);
            case NUMBER -> formats.signed(value, 2);
            case RATIO -> texts.say("figure.points", formats.signed(value.movePointRight(2), 2));
            case MINUTES -> formats.signed(value, 1);
        };
    }
}
