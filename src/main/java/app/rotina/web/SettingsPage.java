package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a store is called, where it lives, and which revenue its goals mean. */
@Controller
class SettingsPage implements Page {
    private final Stores stores;
    private final Audit audit;

    SettingsPage(Stores stores, Audit audit) {
        this.stores = stores;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 20, "settings", "/settings", Role.OWNER);
    }

    @GetMapping("/s/{store}/settings")
    @Access(Role.OWNER)
    ModelAndView show(Screen screen, Store store) {
        return screen.show("settings", StoreForm.of(store));
    }

    @PostMapping("/s/{store}/settings")
    @Access(Role.OWNER)
    ModelAndView change(Screen screen, Caller caller, Store store, StoreForm form) {
        StoreForm kept = form.withId(store.id());
        try {
            Store changed = stores.change(kept.store());
            audit.note(caller.name(), changed.id(), "store.change", changed.name());
            return new ModelAndView("redirect:" + screen.address("/settings?done=settings"));
        } catch (RotinaException e) {
            return screen.refuse("settings", kept, e);
        }
    }
}
