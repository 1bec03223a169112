package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.MonthAccounts;
import app.rotina.routine.Seasons;
import app.rotina.routine.Supposed;
import app.rotina.routine.WhatIf;
import app.rotina.routine.WhatIfs;
import app.rotina.state.Role;
import app.rotina.state.StoreSettings;
import app.rotina.warehouse.Warehouse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The month: will it make its goal, what drives it, and what if its drivers were otherwise. */
@Controller
class MonthPage implements Page {
    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);

    private final MonthAccounts accounts;
    private final WhatIfs whatIfs;
    private final Catalog catalog;
    private final Warehouse warehouse;
    private final StoreSettings settings;
    private final Seasons seasons;
    private final Marks marks;
    private final Clock clock;

    MonthPage(
            MonthAccounts accounts,
            WhatIfs whatIfs,
            Catalog catalog,
            Warehouse warehouse,
            StoreSettings settings,
            Seasons seasons,
            Marks marks,
            Clock clock) {
        this.accounts = accounts;
        this.whatIfs = whatIfs;
        this.catalog = catalog;
        this.warehouse = warehouse;
        this.settings = settings;
        this.seasons = seasons;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.MONTH, 10, "month", "/month", Role.VIEWER);
    }

    /** Yesterday's month; where no data reaches that far, the last that has any. */
    @GetMapping("/s/{store}/month")
    @Access(Role.VIEWER)
    ModelAndView latest(Screen screen, Store store, @RequestParam Map<String, String> typed) {
        LocalDate yesterday = today(store).minusDays(1);
        LocalDate last =
                warehouse
                        .dataThrough(store.id())
                        .filter(day -> day.isBefore(yesterday))
                        .orElse(yesterday);
        return show(screen, store, YearMonth.from(last), typed);
    }

    @GetMapping("/s/{store}/month/{month}")
    @Access(Role.VIEWER)
    ModelAndView month(
            Screen screen,
            Store store,
            @PathVariable YearMonth month,
            @RequestParam Map<String, String> typed) {
        requirePage(store, month);
        return show(screen, store, month, typed);
    }

    /**
     * One of its tables as a file.
     *
     * @param of {@code days}, {@code weeks} or {@code channels}
     */
    @GetMapping("/s/{store}/month/{month}/export")
    @Access(Role.VIEWER)
    void export(
            Screen reader,
            Store store,
            @PathVariable YearMonth month,
            @RequestParam String of,
            @RequestParam(defaultValue = "csv") String as,
            HttpServletResponse response)
            throws IOException {
        requirePage(store, month);
        Screen screen = reader.exactly();
        MonthAccount account = accounts.of(store, month);
        Metric metric = catalog.of(account.outlook().metric());
        String frame = Frame.of(metric, warehouse.dataThrough(store.id()), screen);
        TableExport.send(
                new MonthTables(account, metric, screen, frame).table(of),
                store.id() + "-" + month + "-" + of,
                as,
                response);
    }

    private void requirePage(Store store, YearMonth month) {
        if (month.isBefore(EARLIEST) || month.isAfter(latest(store))) {
            throw new RotinaException(Problem.NOT_FOUND, month.toString());
        }
    }

    private ModelAndView show(
            Screen screen, Store store, YearMonth month, Map<String, String> typed) {
        MonthAccount account = accounts.of(store, month);
        MonthLevers levers = MonthLevers.of(account, typed, catalog, screen);
        try {
            List<Supposed> supposed = levers.supposed(screen.words());
            @Nullable WhatIf answer =
                    supposed.isEmpty() ? null : whatIfs.of(store, account.outlook(), supposed);
            return screen.show("month_page", view(screen, store, account, levers, answer));
        } catch (RotinaException e) {
            return screen.refuse("month_page", view(screen, store, account, levers, null), e);
        }
    }

    private MonthView view(
            Screen screen,
            Store store,
            MonthAccount account,
            MonthLevers levers,
            @Nullable WhatIf answer) {
        MonthView.Around around =
                new MonthView.Around(
                        warehouse.dataThrough(store.id()),
                        latest(store),
                        settings.weekStart(store.id()),
                        seasons.calendar(store),
                        marks.of(
                                screen,
                                account.outlook().month(),
                                seasons.calendar(store),
                                catalog.of(account.outlook().metric())));
        MonthAnswer told =
                answer == null ? null : MonthAnswer.of(account, answer, catalog, screen.figures());
        return new MonthView.Teller(account, around, catalog, screen).tell(levers, told);
    }

    /** The last month there is a page of: the one to come. */
    private YearMonth latest(Store store) {
        return YearMonth.from(today(store)).plusMonths(1);
    }

    private LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }
}
