package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All stores of the one who looks, those with most at stake first; and the form for a new one. */
@Controller
class StoresPage implements Page {
    private final Rights rights;
    private final Stores stores;
    private final StoresReading reading;
    private final Audit audit;

    StoresPage(Rights rights, Stores stores, StoresReading reading, Audit audit) {
        this.rights = rights;
        this.stores = stores;
        this.reading = reading;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 10, "stores", "/stores", Role.VIEWER);
    }

    /** With one store its day, with several all of them, with none the way to the first. */
    @GetMapping("/")
    @Access(Role.VIEWER)
    ModelAndView home(Screen screen, Caller caller) {
        List<Store> mine = rights.stores(caller);
        if (mine.isEmpty() && caller.ownsInstallation()) {
            return new ModelAndView("redirect:/stores/new");
        }
        return mine.size() == 1
                ? new ModelAndView("redirect:/s/" + mine.getFirst().id())
                : list(screen, caller, "");
    }

    /**
     * @param q a part of the names wanted
     */
    @GetMapping("/stores")
    @Access(Role.VIEWER)
    ModelAndView list(Screen screen, Caller caller, @RequestParam(defaultValue = "") String q) {
        return screen.show("stores", reading.view(screen, caller, q));
    }

    /** The stores of one currency as a file. */
    @GetMapping("/stores/export")
    @Access(Role.VIEWER)
    void export(
            Screen reader,
            Caller caller,
            @RequestParam String currency,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "csv") String as,
            HttpServletResponse response)
            throws IOException {
        Screen screen = reader.exactly();
        StoresView.Group group =
                reading.view(screen, caller, q).groups().stream()
                        .filter(one -> one.currency().equals(currency))
                        .findFirst()
                        .orElseThrow(() -> new RotinaException(Problem.NOT_FOUND, currency));
        TableExport.send(StoresTable.of(group, screen), "stores-" + currency, as, response);
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
            Store added = stores.add(named(form).store());
            audit.note(caller.name(), added.id(), "store.add", added.name());
            return new ModelAndView("redirect:/s/" + added.id());
        } catch (RotinaException e) {
            return screen.refuse("store_new", form, e);
        }
    }

    /** Without a short name it gets one from its name. */
    private StoreForm named(StoreForm form) {
        return form.id().isBlank() && !form.name().isBlank()
                ? form.withId(StoreId.of(form.name(), id -> stores.find(id).isPresent()))
                : form;
    }
}
