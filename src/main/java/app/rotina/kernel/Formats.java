package app.rotina.kernel;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Numbers, amounts and dates as a person of one language reads them. Thread-safe. */
public final class Formats {
    private static final Map<Locale, Formats> BY_LOCALE = new ConcurrentHashMap<>();
    private static final Map<Locale, Formats> IN_SHORT = new ConcurrentHashMap<>();
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private final Locale locale;
    private final LocalizedNumberFormatter plain;
    private final DateIntervalFormat spans;

    /** A formatter is slow to make and fast to use again. */
    private final Map<Object, LocalizedNumberFormatter> formatters = new ConcurrentHashMap<>();

    private final boolean inShort;

    private Formats(Locale supported, boolean inShort) {
        this.inShort = inShort;
        this.locale = supported;
        this.spans = DateIntervalFormat.getInstance("yMMMd", supported);
        spans.setTimeZone(TimeZone.GMT_ZONE);
        this.plain =
                NumberFormatter.withLocale(supported)
                        .roundingMode(RoundingMode.HALF_UP)
                        .precision(Precision.integer());
    }

    /** In the supported language nearest to the one asked for. */
    public static Formats of(Locale wanted) {
        return BY_LOCALE.computeIfAbsent(Texts.supported(wanted), each -> new Formats(each, false));
    }

    /** The same language with large numbers as ¥12.3万, where people write them so. */
    public Formats inShort() {
        return locale.getLanguage().equals("zh")
                ? IN_SHORT.computeIfAbsent(locale, each -> new Formats(each, true))
                : this;
    }

    public String money(BigDecimal amount, Currency currency) {
        return text(sized(money(currency), currency, amount), amount);
    }

    public String signedMoney(BigDecimal amount, Currency currency) {
        return text(sized(money(currency), currency, amount).sign(SignDisplay.EXCEPT_ZERO), amount);
    }

    /** Three digits that count, for scales. */
    public String shortMoney(BigDecimal amount, Currency currency) {
        return text(
                kept(
                        List.of("short", currency),
                        () ->
                                money(currency)
                                        .notation(Notation.compactShort())
                                        .precision(Precision.maxSignificantDigits(3))),
                amount);
    }

    /** The same without a currency, where there is no room for one. */
    public String shortNumber(BigDecimal value) {
        return text(
                kept(
                        "short",
                        () ->
                                plain.notation(Notation.compactShort())
                                        .precision(Precision.maxSignificantDigits(3))),
                value);
    }

    public String count(BigDecimal value) {
        return text(sized(plain, "count", value), value);
    }

    public String count(long value) {
        return count(BigDecimal.valueOf(value));
    }

    public String decimal(BigDecimal value, int digits) {
        return text(decimals(digits), value);
    }

    public String signed(BigDecimal value, int digits) {
        return text(
                kept(
                        List.of("signed decimal", digits),
                        () -> decimals(digits).sign(SignDisplay.EXCEPT_ZERO)),
                value);
    }

    public String percent(BigDecimal ratio, int digits) {
        return text(percents(digits), ratio.movePointRight(2));
    }

    public String signedPercent(BigDecimal ratio, int digits) {
        return text(
                kept(
                        List.of("signed percent", digits),
                        () -> percents(digits).sign(SignDisplay.EXCEPT_ZERO)),
                ratio.movePointRight(2));
    }

    public String minutes(BigDecimal value) {
        return text(
                kept(
                        "minutes",
                        () ->
                                decimals(1)
                                        .unit(MeasureUnit.MINUTE)
                                        .unitWidth(NumberFormatter.UnitWidth.SHORT)),
                value);
    }

    /** Thu, 11 Aug 2011. */
    public String day(LocalDate day) {
        return dates("yMMMEd").format(day);
    }

    /** Thu, 11 Aug. */
    public String shortDay(LocalDate day) {
        return dates("MMMEd").format(day);
    }

    /** 11 Aug. */
    public String date(LocalDate day) {
        return dates("MMMd").format(day);
    }

    /** Thursday, as it stands within a sentence. */
    public String weekdayName(LocalDate day) {
        return weekdayName(day.getDayOfWeek());
    }

    public String weekdayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** The words one after another, as an enumeration of the language. */
    public String list(List<String> words) {
        return ListFormatter.getInstance(locale).format(words);
    }

    /** Thu 11. */
    public String weekday(LocalDate day) {
        return dates("Ed").format(day);
    }

    /** 1 – 21 Nov 2026. */
    public String days(Days days) {
        if (days.from().equals(days.to())) {
            return day(days.from());
        }
        DateInterval interval = new DateInterval(noon(days.from()), noon(days.to()));
        synchronized (spans) {
            return spans.format(interval);
        }
    }

    private static long noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** Nov 2026. */
    public String shortMonth(YearMonth month) {
        return dates("yMMM").format(month);
    }

    public String month(YearMonth month) {
        return dates("yMMMM").format(month);
    }

    public String moment(Instant at, ZoneId zone) {
        return dates("yMMMd").format(at.atZone(zone))
                + " "
                + DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
    }

    private DateTimeFormatter dates(String template) {
        return DateTimeFormatter.ofLocalizedPattern(template).withLocale(locale);
    }

    /** From ten thousand on in units of it, where large numbers are short. */
    private LocalizedNumberFormatter sized(
            LocalizedNumberFormatter full, Object what, BigDecimal value) {
        return inShort && value.abs().compareTo(WAN) >= 0
                ? kept(
                        List.of("wan", what),
                        () ->
                                full.notation(Notation.compactShort())
                                        .precision(Precision.minMaxFraction(0, 1)))
                : full;
    }

    private LocalizedNumberFormatter decimals(int digits) {
        return kept(
                List.of("decimal", digits), () -> plain.precision(Precision.fixedFraction(digits)));
    }

    private LocalizedNumberFormatter percents(int digits) {
        return kept(List.of("percent", digits), () -> decimals(digits).unit(MeasureUnit.PERCENT));
    }

    private LocalizedNumberFormatter money(Currency currency) {
        return kept(
                currency,
                () ->
                        decimals(currency.getDefaultFractionDigits())
                                .unit(
                                        com.ibm.icu.util.Currency.getInstance(
                                                currency.getCurrencyCode()))
                                .unitWidth(NumberFormatter.UnitWidth.NARROW));
    }

    private LocalizedNumberFormatter kept(Object what, Supplier<LocalizedNumberFormatter> made) {
        @Nullable LocalizedNumberFormatter known = formatters.get(what);
        return known != null ? known : keep(what, made.get());
    }

    private LocalizedNumberFormatter keep(Object what, LocalizedNumberFormatter made) {
        formatters.put(what, made);
        return made;
    }

    /** With a minus sign that is as wide as a plus, and no line break after a sign. */
    private static String text(LocalizedNumberFormatter formatter, BigDecimal value) {
        String text = formatter.format(value).toString().replace('-', '\u2212');
        boolean signed = text.startsWith("+") || text.startsWith("\u2212");
        return signed ? text.charAt(0) + "\u2060" + text.substring(1) : text;
    }
}
