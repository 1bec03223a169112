package app.rotina.web;

import app.rotina.access.Caller;
import app.rotina.kernel.Days;
import app.rotina.kernel.Formats;
import app.rotina.kernel.Texts;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Texts, numbers and dates as a person of one language reads them. Thread-safe. */
final class Words {
    private static final Map<Formats, Words> BY_FORMATS = new ConcurrentHashMap<>();

    private final Texts texts;
    private final Locale locale;
    private final Formats formats;

    private Words(Locale supported, Formats formats) {
        this.texts = Texts.of(supported);
        this.locale = supported;
        this.formats = formats;
    }

    static Words of(Locale wanted) {
        return of(Texts.supported(wanted), Formats.of(wanted));
    }

    private static Words of(Locale supported, Formats formats) {
        return BY_FORMATS.computeIfAbsent(formats, each -> new Words(supported, each));
    }

    /** The same language with large numbers as ¥12.3万, where people write them so. */
    Words inShort() {
        return of(locale, formats.inShort());
    }

    /** The same language with every number in full. */
    Words inFull() {
        return of(locale);
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    Locale locale() {
        return locale;
    }

    /** Who did something, as they are called in this language. */
    String who(String name) {
        return name.equals(Caller.UNNAMED) ? say("web.who.command_line") : texts.author(name);
    }

    String tag() {
        return locale.toLanguageTag();
    }

    String say(String key, Object... values) {
        return texts.say(key, values);
    }

    /** The text of the key where there is one, else the word itself. */
    String sayOr(String key, String word) {
        return texts.knows(key) ? texts.say(key) : word;
    }

    String money(BigDecimal amount, Currency currency) {
        return formats.money(amount, currency);
    }

    String signedMoney(BigDecimal amount, Currency currency) {
        return formats.signedMoney(amount, currency);
    }

    /** Three digits that count, for scales. */
    String shortMoney(BigDecimal amount, Currency currency) {
        return formats.shortMoney(amount, currency);
    }

    /** The same without a currency, where there is no room for one. */
    String shortNumber(BigDecimal value) {
        return formats.shortNumber(value);
    }

    String count(BigDecimal value) {
        return formats.count(value);
    }

    String count(long value) {
        return formats.count(value);
    }

    String decimal(BigDecimal value, int digits) {
        return formats.decimal(value, digits);
    }

    String signed(BigDecimal value, int digits) {
        return formats.signed(value, digits);
    }

    String percent(BigDecimal ratio, int digits) {
        return formats.percent(ratio, digits);
    }

    String signedPercent(BigDecimal ratio, int digits) {
        return formats.signedPercent(ratio, digits);
    }

    String minutes(BigDecimal value) {
        return formats.minutes(value);
    }

    /** Thu, 11 Aug 2011. */
    String day(LocalDate day) {
        return formats.day(day);
    }

    /** Thu, 11 Aug. */
    String shortDay(LocalDate day) {
        return formats.shortDay(day);
    }

    /** Thu, 11 Aug; with its year where that is not today's. */
    String near(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? shortDay(day) : day(day);
    }

    /** 11 Aug. */
    String date(LocalDate day) {
        return formats.date(day);
    }

    /** Thursday, as it stands within a sentence. */
    String weekdayName(LocalDate day) {
        return formats.weekdayName(day);
    }

    String weekdayName(DayOfWeek day) {
        return formats.weekdayName(day);
    }

    /** The words one after another, as an enumeration of the language. */
    String list(List<String> words) {
        return formats.list(words);
    }

    /** Thu 11. */
    String weekday(LocalDate day) {
        return formats.weekday(day);
    }

    /** 1 – 21 Nov 2026. */
    String days(Days days) {
        return formats.days(days);
    }

    /** Nov 2026. */
    String shortMonth(YearMonth month) {
        return formats.shortMonth(month);
    }

    String month(YearMonth month) {
        return formats.month(month);
    }

    String moment(Instant at, ZoneId zone) {
        return formats.moment(at, zone);
    }
}
