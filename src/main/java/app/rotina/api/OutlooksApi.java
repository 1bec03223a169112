package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.MonthOutlook;
import app.rotina.routine.MonthOutlooks;
import app.rotina.routine.MonthOutlooks.Asked;
import app.rotina.routine.Supposed;
import app.rotina.routine.WhatIf;
import app.rotina.routine.WhatIfs;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
    private final WhatIfs whatIfs;

    OutlooksApi(Catalog catalog, MonthOutlooks outlooks, WhatIfs whatIfs) {
        this.catalog = catalog;
        this.outlooks = outlooks;
        this.whatIfs = whatIfs;
    }

    /**
     * As known at the end of a day, yesterday if none is named; nothing is kept. {@code what_if}
     * supposes drivers otherwise on the days that remain: {@code sessions=+10%}, {@code
     * conversion_rate=0.021}.
     */
    @GetMapping("/api/stores/{store}/outlooks/{month}")
    @Access(Role.VIEWER)
    OutlookCard outlook(
            Store store,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf,
            @RequestParam(name = "what_if", required = false) @Nullable List<String> supposed) {
        @Nullable String known = metric == null ? null : catalog.of(metric).id();
        MonthOutlook outlook = outlooks.of(store, new Asked(month, known, asOf));
        @Nullable WhatIf answer =
                supposed == null
                        ? null
                        : whatIfs.of(store, outlook, supposed.stream().map(Supposed::of).toList());
        return OutlookCard.of(outlook, answer, new Figures(catalog, store.currency()));
    }
}
