package app.rotina.cli;

import app.rotina.kernel.Formats;
import app.rotina.kernel.Texts;
import app.rotina.metrics.FigureText;
import app.rotina.metrics.Metric.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How one store's figures read in a person's language. */
final class Reading {
    private static final String NONE = "–";

    private final Texts texts;
    private final Locale locale;
    private final Formats formats;
    private final FigureText figures;
    private final Map<String, JsonNode> metrics = new HashMap<>();

    Reading(JsonNode store, JsonNode metrics, Locale locale) {
        this.texts = Texts.of(locale);
        this.locale = locale;
        this.formats = Formats.of(locale);
        this.figures =
                new FigureText(
                        texts, formats, Currency.getInstance(store.path("currency").asString()));
        metrics.forEach(metric -> this.metrics.put(metric.path("id").asString(), metric));
    }

    /** As the store's language has it, unless another was asked for. */
    static Reading of(Client client, RotinaCommand root, String store) {
        JsonNode card = client.get(Client.path("/api/stores/{}", store));
        Locale locale = root.localeOf(card.path("locale").asString());
        return new Reading(card, client.speaking(locale).get("/api/metrics"), locale);
    }

    Texts texts() {
        return texts;
    }

    String say(String key, Object... values) {
        return texts.say(key, values);
    }

    /** The metric's name; the id where there is no such metric. */
    String label(String metric) {
        return metrics.containsKey(metric) ? metrics.get(metric).path("label").asString() : metric;
    }

    /** True where the days of a week add up to something. */
    boolean adds(String metric) {
        return unit(metric) == Unit.MONEY || unit(metric) == Unit.COUNT;
    }

    private Unit unit(String metric) {
        return metrics.containsKey(metric)
                ? Unit.valueOf(metrics.get(metric).path("unit").asString().toUpperCase(Locale.ROOT))
                : Unit.NUMBER;
    }

    String figure(String metric, JsonNode value) {
        return figureIn(unit(metric), value);
    }

    /** A figure of a unit that is known. */
    String figureIn(Unit unit, JsonNode value) {
        return isNone(value) ? NONE : plain(figures.text(number(value), unit));
    }

    /** A figure of a metric that was not counted but estimated: a mean of counts has a decimal. */
    String estimate(String metric, JsonNode value) {
        return unit(metric) == Unit.COUNT && !isNone(value)
                ? plain(formats.decimal(number(value), 1))
                : figure(metric, value);
    }

    /** By how much a figure differs, with its sign; one of rates is in points. */
    String difference(String metric, JsonNode value) {
        return isNone(value) ? NONE : plain(figures.signed(number(value), unit(metric)));
    }

    /** A factor as a change in per cent: 1.12 is +12.0 %. */
    String change(BigDecimal factor) {
        return plain(formats.signedPercent(factor.subtract(BigDecimal.ONE), 1));
    }

    /** A probability in whole per cent. */
    String chance(JsonNode value) {
        return isNone(value) ? NONE : plain(formats.percent(number(value), 0));
    }

    /** A share as it is, in per cent. */
    String percent(BigDecimal share) {
        return plain(formats.percent(share, 1));
    }

    String count(JsonNode value) {
        return plain(formats.count(value.asLong()));
    }

    /** A dimension's or a time bucket's name. */
    String dimension(String id) {
        return texts.say("dimension." + id);
    }

    String money(JsonNode value) {
        return isNone(value) ? NONE : plain(figures.text(number(value), Unit.MONEY));
    }

    String date(String iso) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(LocalDate.parse(iso));
    }

    /** The name of a day's weekday, as it stands within a sentence. */
    String weekday(String iso) {
        return LocalDate.parse(iso).getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    private static boolean isNone(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    private static BigDecimal number(JsonNode value) {
        return new BigDecimal(value.asString());
    }

    /** With the signs that a keyboard has, for what is searched and pasted elsewhere. */
    private static String plain(String figure) {
        return figure.replace('\u2212', '-').replace("\u2060", "");
    }
}
