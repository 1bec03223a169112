package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.routine.DataReach;
import org.springframework.stereotype.Component;

/** Finds what the figures of a page mean, for pages that read nothing else of the kind. */
@Component
final class Frames {
    private final Catalog catalog;
    private final DataReach reach;

    Frames(Catalog catalog, DataReach reach) {
        this.catalog = catalog;
        this.reach = reach;
    }

    /** Of the revenue that the store's goals are on. */
    String of(Screen screen) {
        return of(screen, screen.store().basis().metric());
    }

    String of(Screen screen, String metric) {
        return Frame.of(catalog.of(metric), reach.through(screen.store(), metric), screen);
    }
}
