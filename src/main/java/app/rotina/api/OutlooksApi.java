package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.MonthOutlooks;
import app.rotina.routine.MonthOutlooks.Asked;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a store's month will come to, and how probable its goal is. */
@RestController
class OutlooksApi {
    private final Catalog catalog;
    private final MonthOutlooks outlooks;

    OutlooksApi(Catalog catalog, MonthOutlooks outlooks) {
        this.catalog = catalog;
        this.outlooks = outlooks;
    }

    /** As known at the end of a day, yesterday if none is named; nothing is kept. */
    @GetMapping("/api/stores/{store}/outlooks/{month}")
    @Access(Role.VIEWER)
    OutlookCard outlook(
            Store store,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        @Nullable String known = metric == null ? null : catalog.of(metric).id();
        return OutlookCard.of(
                outlooks.of(store, new Asked(month, known, asOf)),
                new Figures(catalog, store.currency()));
    }
}
