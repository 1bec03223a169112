package app.rotina.web;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.kernel.Store.GoalBasis;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** A store's settings as a person types them. */
record StoreForm(
        String id,
        String name,
        String zone,
        String currency,
        String locale,
        String basis,
        String identity) {
    static final List<String> LOCALES =
            List.of("pt-BR", "zh-CN", "en-US", "en-GB", "pt-PT", "es-MX", "zh-TW");
    private static final int LONGEST_NAME = 200;

    /** What a store begins with where people read this language. */
    static StoreForm blank(Locale reader) {
        return switch (reader.getLanguage()) {
            case "pt" -> blank("America/Sao_Paulo", "BRL", "pt-BR", GoalBasis.APPROVED);
            case "zh" -> blank("Asia/Shanghai", "CNY", "zh-CN", GoalBasis.PAID);
            default -> blank("Europe/London", "GBP", "en-GB", GoalBasis.APPROVED);
        };
    }

    private static StoreForm blank(String zone, String currency, String locale, GoalBasis basis) {
        DriverIdentity identity =
                basis == GoalBasis.PAID
                        ? DriverIdentity.VISITORS_BUYERS_SPEND
                        : DriverIdentity.SESSIONS_CONVERSION_TICKET;
        return new StoreForm("", "", zone, currency, locale, lower(basis), lower(identity));
    }

    static StoreForm of(Store store) {
        return new StoreForm(
                store.id(),
                store.name(),
                store.zone().getId(),
                store.currency().getCurrencyCode(),
                store.locale().toLanguageTag(),
                lower(store.basis()),
                lower(store.identity()));
    }

    Store store() {
        String called = name.isBlank() ? id : name.strip();
        if (called.length() > LONGEST_NAME) {
            throw new RotinaException(Problem.BAD_ARGUMENT, called);
        }
        return new Store(
                id.strip(),
                called,
                read(zone, ZoneId::of),
                read(currency, Currency::getInstance),
                read(locale, StoreForm::language),
                read(basis, value -> GoalBasis.valueOf(value.toUpperCase(Locale.ROOT))),
                read(identity, value -> DriverIdentity.valueOf(value.toUpperCase(Locale.ROOT))));
    }

    /** The same settings for a store that keeps its id. */
    StoreForm withId(String kept) {
        return new StoreForm(kept, name, zone, currency, locale, basis, identity);
    }

    static List<String> zones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream().filter(zone -> zone.contains("/") && !zone.startsWith("Etc/")).toList();
    }

    static List<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
    }

    static List<String> bases() {
        return List.of("placed", "approved", "paid");
    }

    static List<String> identities() {
        return List.of("sessions_conversion_ticket", "visitors_buyers_spend");
    }

    private static Locale language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException(tag);
        }
        return locale;
    }

    private static <T> T read(String value, Function<String, T> reader) {
        try {
            return reader.apply(value.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, value);
        }
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
