package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.metrics.Metrics;
import app.rotina.warehouse.Assortment.Product;
import app.rotina.warehouse.Hero;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.Incoming;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses which products are heroes, one by one or by what they bring. A choice holds from the last
 * day whose stock is known; what was counted for the days before stays.
 */
@Component
public final class HeroChoosing {
    /** The choice that the product files are followed again. */
    public static final String DELIVERED = "delivered";

    private final Warehouse warehouse;
    private final Metrics metrics;
    private final Clock clock;

    HeroChoosing(Warehouse warehouse, Metrics metrics, Clock clock) {
        this.warehouse = warehouse;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Chooses for a product; returns what held before.
     *
     * @param as primary, secondary, none or delivered
     */
    public Product choose(Store store, StoreKey key, String product, String as, String who) {
        if (!as.equals(DELIVERED) && Hero.of(as).isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, as);
        }
        @Nullable Product before = warehouse.assortment().products(store.id()).get(product);
        if (before == null) {
            throw new RotinaException(Problem.NOT_FOUND, product);
        }
        take(store, key, List.of(incoming(store, product, as)), who);
        return before;
    }

    /**
     * Makes primary heroes of the products that brought most of the revenue in the last thirteen
     * weeks of orders, but for heroes and those that somebody chose for; returns their names.
     */
    public List<String> chooseA(Store store, StoreKey key, String who) {
        Map<String, Product> offered = warehouse.assortment().products(store.id());
        List<String> chosen =
                AItems.upTo(metrics, store, last(store, "line")).a().stream()
                        .filter(name -> isOpen(offered.get(name)))
                        .toList();
        String primary = Hero.PRIMARY.word();
        take(store, key, chosen.stream().map(name -> incoming(store, name, primary)).toList(), who);
        return chosen;
    }

    private static boolean isOpen(@Nullable Product product) {
        return product != null && !product.hero().isOne() && !product.chosen();
    }

    private Incoming incoming(Store store, String product, String as) {
        return EntryDelivery.HERO.incoming(
                "hero " + product, clock.instant(), product, last(store, "stock_day"), as);
    }

    private void take(Store store, StoreKey key, List<Incoming> choices, String who) {
        if (!choices.isEmpty()) {
            warehouse.imports().run(store, key, choices, who, new ImportProgress());
        }
    }

    private LocalDate last(Store store, String fact) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        return warehouse.coverages().of(store.id()).getOrDefault(fact, List.of()).stream()
                .map(Days::to)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }
}
