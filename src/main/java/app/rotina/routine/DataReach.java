package app.rotina.routine;

import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.warehouse.SourceLog.Source;
import app.rotina.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Up to which day the data of a figure reach. Visits and ads may come later than orders; a figure
 * made of several reaches as far as the one that came last.
 */
@Component
public final class DataReach {
    private static final Set<String> SALES = Set.of("order", "line");

    private final Catalog catalog;
    private final Warehouse warehouse;

    DataReach(Catalog catalog, Warehouse warehouse) {
        this.catalog = catalog;
        this.warehouse = warehouse;
    }

    /** Empty: nothing that it is made of was ever delivered. */
    public Optional<LocalDate> through(Store store, String metric) {
        return catalog.facts(metric, store.basis().metric()).stream()
                .flatMap(fact -> ofFact(store, fact).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> ofFact(Store store, String fact) {
        return SALES.contains(fact)
                ? warehouse.dataThrough(store.id())
                : warehouse.sources().of(store.id()).stream()
                        .filter(source -> source.facts().contains(fact))
                        .map(Source::through)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder());
    }
}
