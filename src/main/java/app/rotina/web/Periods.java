package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.routine.Seasons;
import app.rotina.state.StoreSettings;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reads the span of a page from its address, by the store's own clock, data and calendar. */
@Component
final class Periods {
    private final Warehouse warehouse;
    private final Seasons seasons;
    private final StoreSettings settings;
    private final Clock clock;

    Periods(Warehouse warehouse, Seasons seasons, StoreSettings settings, Clock clock) {
        this.warehouse = warehouse;
        this.seasons = seasons;
        this.settings = settings;
        this.clock = clock;
    }

    Period of(Store store, Period.AskedSpan asked) {
        return Period.of(
                asked,
                new Period.Now(
                        LocalDate.ofInstant(clock.instant(), store.zone()),
                        warehouse.dataThrough(store.id()).orElse(null),
                        seasons.calendar(store),
                        settings.weekStart(store.id()),
                        warehouse.dataSince(store.id()).orElse(null)));
    }
}
