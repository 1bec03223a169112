package app.rotina.cli;

import app.rotina.kernel.Texts;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How one store's figures read in a person's language. */
final class Reading {
    private static final int HALF_UP = com.ibm.icu.math.BigDecimal.ROUND_HALF_UP;
    private static final String NONE = "–";

    private final Texts texts;
    private final Locale locale;
    private final Currency currency;
    private final Map<String, JsonNode> metrics = new HashMap<>();

    Reading(JsonNode store, JsonNode metrics, Locale locale) {
        this.texts = Texts.of(locale);
        this.locale = locale;
        this.currency = Currency.getInstance(store.path("currency").asString());
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
        String unit =
                metrics.containsKey(metric) ? metrics.get(metric).path("unit").asString() : "";
        return unit.equals("money") || unit.equals("count");
    }

    String figure(String metric, JsonNode value) {
        return figureIn(
                metrics.containsKey(metric) ? metrics.get(metric).path("unit").asString() : "",
                value);
    }

    /** A figure of a unit that is known. */
    String figureIn(String unit, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return NONE;
        }
        BigDecimal number = new BigDecimal(value.asString());
        return switch (unit) {
            case "money" -> money(number);
            case "ratio" -> fixed(NumberFormat.getPercentInstance(locale), 2).format(number);
            case "count" -> upTo(NumberFormat.getNumberInstance(locale), 1).format(number);
            default -> upTo(NumberFormat.getNumberInstance(locale), 2).format(number);
        };
    }

    /** A factor as a change in per cent: 1.12 is +12.0 %. */
    String change(BigDecimal factor) {
        NumberFormat format = fixed(NumberFormat.getPercentInstance(locale), 1);
        BigDecimal change = factor.subtract(BigDecimal.ONE);
        return (change.signum() < 0 ? "" : "+") + format.format(change);
    }

    /** A probability in whole per cent. */
    String chance(JsonNode value) {
        return value.isNull() || value.isMissingNode()
                ? NONE
                : fixed(NumberFormat.getPercentInstance(locale), 0)
                        .format(new BigDecimal(value.asString()));
    }

    /** A share as it is, in per cent. */
    String percent(BigDecimal share) {
        return fixed(NumberFormat.getPercentInstance(locale), 1).format(share);
    }

    String count(JsonNode value) {
        return NumberFormat.getIntegerInstance(locale).format(value.asLong());
    }

    /** A dimension's or a time bucket's name. */
    String dimension(String id) {
        return texts.say("dimension." + id);
    }

    String money(JsonNode value) {
        return value.isNull() || value.isMissingNode()
                ? NONE
                : money(new BigDecimal(value.asString()));
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

    private String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setRoundingMode(HALF_UP);
        return format.format(amount);
    }

    private static NumberFormat fixed(NumberFormat format, int decimals) {
        format.setMinimumFractionDigits(decimals);
        return upTo(format, decimals);
    }

    private static NumberFormat upTo(NumberFormat format, int decimals) {
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(HALF_UP);
        return format;
    }
}
