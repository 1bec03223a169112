package app.rotina.routine;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Incoming;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the figures of a day that no export gives. They are marked as entered by hand, can be
 * entered again, and give way once a source delivers the day.
 */
@Component
public final class QuickEntry {
    /** The channels that orders and revenue can be entered for. */
    public static final List<String> CHANNELS =
            List.of("chat", "site", "marketplace", "social", "phone", "other");

    private static final Pattern PLAIN = Pattern.compile("\\d{1,13}([.,]\\d{1,2})?");
    private static final Pattern GROUPED_COMMA = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d{1,2}");
    private static final Pattern GROUPED_DOT = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d{1,2}");

    private final Warehouse warehouse;
    private final Clock clock;

    QuickEntry(Warehouse warehouse, Clock clock) {
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** The names that figures can be entered under. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of("conversations", "site_visits", "ad_spend"));
        for (String channel : CHANNELS) {
            names.add(channel + "_orders");
            names.add(channel + "_revenue");
        }
        return names;
    }

    /** True where the figure is an amount, false where it is a count. */
    public static boolean isMoney(String name) {
        return name.endsWith("_revenue") || name.equals("ad_spend");
    }

    /** What was entered for the day so far. */
    public Map<String, BigDecimal> entered(Store store, LocalDate day) {
        return warehouse.handEntries().of(store.id(), day);
    }

    /**
     * Enters figures of a day; those that are not named stay as they are.
     *
     * @param figures name → number as a person types it: {@code 41}, {@code 1290,00}, {@code
     *     1.290,00}
     */
    public ImportReport enter(
            Store store, StoreKey key, LocalDate day, Map<String, String> figures, String who) {
        requireBegun(store, day);
        Map<String, BigDecimal> parsed = new TreeMap<>();
        figures.forEach((name, text) -> parsed.put(known(name), number(name, text)));
        Map<String, BigDecimal> all = new TreeMap<>(entered(store, day));
        all.putAll(parsed);
        List<Incoming> records = records(store, day, parsed, all);
        return warehouse.imports().run(store, key, records, who, new ImportProgress());
    }

    private void requireBegun(Store store, LocalDate day) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), store.zone()))) {
            throw new RotinaException(Problem.ENTRY_IN_FUTURE, day.toString());
        }
    }

    private static String known(String name) {
        if (!names().contains(name)) {
            throw new RotinaException(Problem.UNKNOWN_ENTRY, name, String.join(", ", names()));
        }
        return name;
    }

    private static BigDecimal number(String name, String text) {
        String typed = text.strip();
        String plain;
        if (PLAIN.matcher(typed).matches()) {
            plain = typed.replace(',', '.');
        } else if (GROUPED_COMMA.matcher(typed).matches()) {
            plain = typed.replace(".", "").replace(',', '.');
        } else if (GROUPED_DOT.matcher(typed).matches()) {
            plain = typed.replace(",", "");
        } else {
            throw new RotinaException(Problem.UNCLEAR_NUMBER, name, text);
        }
        BigDecimal number = new BigDecimal(plain);
        if (!isMoney(name) && number.stripTrailingZeros().scale() > 0) {
            throw new RotinaException(Problem.UNCLEAR_NUMBER, name, text);
        }
        return number;
    }

    private List<Incoming> records(
            Store store,
            LocalDate day,
            Map<String, BigDecimal> changed,
            Map<String, BigDecimal> all) {
        Instant now = clock.instant();
        Instant noon = day.atTime(12, 0).atZone(store.zone()).toInstant();
        String name = "entry " + day;
        List<Incoming> records = new ArrayList<>();
        if (changed.containsKey("conversations")) {
            records.add(
                    EntryDelivery.CONVERSATIONS.incoming(
                            name, now, name, noon, whole(all, "conversations")));
        }
        if (changed.containsKey("site_visits")) {
            records.add(
                    EntryDelivery.VISITS.incoming(
                            name, now, day, "hand", whole(all, "site_visits")));
        }
        if (changed.containsKey("ad_spend")) {
            records.add(EntryDelivery.SPEND.incoming(name, now, day, "hand", all.get("ad_spend")));
        }
        for (String channel : CHANNELS) {
            boolean named =
                    changed.containsKey(channel + "_orders")
                            || changed.containsKey(channel + "_revenue");
            if (named) {
                records.add(orders(name, now, noon, channel, all));
            }
        }
        return records;
    }

    private static Incoming orders(
            String name, Instant now, Instant noon, String channel, Map<String, BigDecimal> all) {
        @Nullable Long orders = whole(all, channel + "_orders");
        return EntryDelivery.ORDERS.incoming(
                name,
                now,
                name + " " + channel,
                noon,
                channel,
                orders == null ? Long.valueOf(0) : orders,
                all.getOrDefault(channel + "_revenue", BigDecimal.ZERO),
                "product",
                false,
                true);
    }

    private static @Nullable Long whole(Map<String, BigDecimal> all, String name) {
        @Nullable BigDecimal value = all.get(name);
        return value == null ? null : value.longValueExact();
    }
}
