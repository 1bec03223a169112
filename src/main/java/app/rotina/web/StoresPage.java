package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.Closing;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** All stores of the one who looks, each with yesterday's verdict; and the form for a new one. */
@Controller
class StoresPage implements Page {
    private final Rights rights;
    private final Stores stores;
    private final Closing closing;
    private final Catalog catalog;
    private final Warehouse warehouse;
    private final Audit audit;
    private final Clock clock;

    StoresPage(
            Rights rights,
            Stores stores,
            Closing closing,
            Catalog catalog,
            Warehouse warehouse,
            Audit audit,
            Clock clock) {
        this.rights = rights;
        this.stores = stores;
        this.closing = closing;
        this.catalog = catalog;
        this.warehouse = warehouse;
        this.audit = audit;
        this.clock = clock;
    }

    /** A store of the list with the verdict of its last day. */
    record Line(String id, String name, String day, VerdictCard verdict) {}

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 10, "stores", "/", Role.VIEWER);
    }

    @GetMapping("/")
    @Access(Role.VIEWER)
    ModelAndView list(Screen screen, Caller caller) {
        List<Line> lines = rights.stores(caller).stream().map(one -> line(one, screen)).toList();
        return lines.isEmpty() && caller.ownsInstallation()
                ? new ModelAndView("redirect:/stores/new")
                : screen.show("stores", lines);
    }

    @GetMapping("/stores/new")
    @Access(Role.OWNER)
    ModelAndView blank(Screen screen) {
        return screen.show("store_new", StoreForm.blank(screen.words().locale()));
    }

    @PostMapping("/stores")
    @Access(Role.OWNER)
    ModelAndView add(Screen screen, Caller caller, StoreForm form) {
        try {
            Store added = stores.add(form.store());
            audit.note(caller.name(), added.id(), "store.add", added.name());
            return new ModelAndView("redirect:/s/" + added.id());
        } catch (RotinaException e) {
            return screen.refuse("store_new", form, e);
        }
    }

    private Line line(Store store, Screen screen) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        LocalDate day =
                warehouse
                        .dataThrough(store.id())
                        .filter(last -> last.isBefore(yesterday))
                        .orElse(yesterday);
        var close = closing.look(store, day);
        Figures figures = new Figures(screen.words(), store.currency());
        return new Line(
                store.id(),
                store.name(),
                screen.words().day(day),
                VerdictCard.of(close, catalog.of(close.goalMetric()), figures));
    }
}
