package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.warehouse.Assortment.Product;
import app.rotina.warehouse.Hero;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses by hand which products are heroes. A choice holds from the last day whose stock is known;
 * what was counted for the days before stays.
 */
@Component
public final class HeroChoosing {
    /** The choice that the product files are followed again. */
    public static final String DELIVERED = "delivered";

    private final Warehouse warehouse;
    private final Clock clock;

    HeroChoosing(Warehouse warehouse, Clock clock) {
        this.warehouse = warehouse;
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
        warehouse
                .imports()
                .run(
                        store,
                        key,
                        List.of(
                                EntryDelivery.HERO.incoming(
                                        "hero " + product,
                                        clock.instant(),
                                        product,
                                        since(store),
                                        as)),
                        who,
                        new ImportProgress());
        return before;
    }

    private LocalDate since(Store store) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        return warehouse.coverages().of(store.id()).getOrDefault("stock_day", List.of()).stream()
                .map(Days::to)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }
}
