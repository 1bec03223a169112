package app.rotina.api;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.kernel.Store.GoalBasis;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store as the interface carries it. What is absent on the way in keeps its value, or takes the
 * habit of the store's country.
 *
 * @param basis {@code placed}, {@code approved} or {@code paid}
 * @param identity {@code sessions_conversion_ticket} or {@code visitors_buyers_spend}
 */
record StoreCard(
        @Nullable String id,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String currency,
        @Nullable String locale,
        @Nullable String basis,
        @Nullable String identity) {

    static StoreCard of(Store store) {
        return new StoreCard(
                store.id(),
                store.name(),
                store.zone().getId(),
                store.currency().getCurrencyCode(),
                store.locale().toLanguageTag(),
                store.basis().name().toLowerCase(Locale.ROOT),
                store.identity().name().toLowerCase(Locale.ROOT));
    }

    Store complete() {
        String id = needed("id", this.id);
        Locale locale = read("locale", needed("locale", this.locale), StoreCard::locale);
        Store habits = habits(id, locale);
        return over(
                new Store(
                        id,
                        id,
                        read("zone", needed("zone", zone), ZoneId::of),
                        read("currency", needed("currency", currency), Currency::getInstance),
                        locale,
                        habits.basis(),
                        habits.identity()));
    }

    Store over(Store store) {
        return new Store(
                store.id(),
                name == null || name.isBlank() ? store.name() : name.strip(),
                zone == null ? store.zone() : read("zone", zone, ZoneId::of),
                currency == null
                        ? store.currency()
                        : read("currency", currency, Currency::getInstance),
                locale == null ? store.locale() : read("locale", locale, StoreCard::locale),
                basis == null ? store.basis() : read("basis", upper(basis), GoalBasis::valueOf),
                identity == null
                        ? store.identity()
                        : read("identity", upper(identity), DriverIdentity::valueOf));
    }

    private static Store habits(String id, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return new Store(
                id,
                id,
                ZoneId.of("UTC"),
                Currency.getInstance("XXX"),
                locale,
                chinese ? GoalBasis.PAID : GoalBasis.APPROVED,
                chinese
                        ? DriverIdentity.VISITORS_BUYERS_SPEND
                        : DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    private static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException(tag);
        }
        return locale;
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, field);
        }
        return value;
    }

    private static <T> T read(String field, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, field + " = " + value);
        }
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }
}
