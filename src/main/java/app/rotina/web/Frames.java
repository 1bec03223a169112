package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.warehouse.Warehouse;
import org.springframework.stereotype.Component;

/** Finds what the figures of a page mean, for pages that read nothing else of the kind. */
@Component
final class Frames {
    private final Catalog catalog;
    private final Warehouse warehouse;

    Frames(Catalog catalog, Warehouse warehouse) {
        this.catalog = catalog;
        this.warehouse = warehouse;
    }

    /** Of the revenue that the store's goals are on. */
    String of(Screen screen) {
        return of(screen, screen.store().basis().metric());
    }

    String of(Screen screen, String metric) {
        return Frame.of(catalog.of(metric), warehouse.dataThrough(screen.store().id()), screen);
    }
}
