package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.TodayWork;
import app.rotina.state.Role;
import app.rotina.warehouse.OpenWork.Waiting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The orders that waited to be shipped at the end of a day, and why. */
@RestController
@RequestMapping("/api/stores/{store}/waiting/{date}")
class WaitingApi {
    private final TodayWork work;
    private final Catalog catalog;

    WaitingApi(TodayWork work, Catalog catalog) {
        this.work = work;
        this.catalog = catalog;
    }

    /**
     * What waited.
     *
     * @param missing why nobody knows; absence: it is known
     * @param causes how many orders by cause: out_of_stock, in_stock, missed, other, unknown
     * @param orders those that waited longest, at most 100
     */
    record WaitingCard(
            @Nullable String missing, Map<String, Long> causes, List<WaitingOrderCard> orders) {}

    /**
     * An order.
     *
     * @param lacking the articles of which there is too little
     */
    record WaitingOrderCard(
            String order, LocalDate since, String cause, String lacking, String revenue) {}

    /** All of them, or those of one cause. */
    @GetMapping
    @Access(Role.VIEWER)
    WaitingCard waiting(
            Store store,
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "") String cause) {
        TodayWork.Block block = work.of(store, date);
        Figures figures = new Figures(catalog, store.currency());
        return new WaitingCard(
                block.unshippedOrders().missing().orElse(null),
                block.unshippedByCause(),
                work.waiting(store, date, cause).stream().map(one -> card(one, figures)).toList());
    }

    private static WaitingOrderCard card(Waiting one, Figures figures) {
        return new WaitingOrderCard(
                one.order(), one.since(), one.cause(), one.lacking(), figures.money(one.revenue()));
    }
}
