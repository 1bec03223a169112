package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.StoreSettings;
import app.rotina.state.Stores;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a store is called, where it lives, and which revenue its goals mean. */
@Controller
class SettingsPage implements Page {
    /** The days a week may begin with, the usual one first. */
    static final List<DayOfWeek> WEEK_STARTS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);

    private final Stores stores;
    private final StoreSettings settings;
    private final Audit audit;

    SettingsPage(Stores stores, StoreSettings settings, Audit audit) {
        this.stores = stores;
        this.settings = settings;
        this.audit = audit;
    }

    /** The settings as they are, or as somebody just typed them. */
    record View(StoreForm store, DayOfWeek weekStart, LocalTime fetchAt) {}

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 20, "settings", "/settings", Role.OWNER);
    }

    @GetMapping("/s/{store}/settings")
    @Access(Role.OWNER)
    ModelAndView show(Screen screen, Store store) {
        return screen.show(
                "settings",
                new View(
                        StoreForm.of(store),
                        settings.weekStart(store.id()),
                        settings.fetchAt(store.id())));
    }

    @PostMapping("/s/{store}/settings")
    @Access(Role.OWNER)
    ModelAndView change(
            Screen screen,
            Caller caller,
            Store store,
            StoreForm form,
            @RequestParam(defaultValue = "MONDAY") DayOfWeek weekStart,
            @RequestParam(required = false) @Nullable LocalTime fetchAt) {
        StoreForm kept = form.withId(store.id());
        LocalTime at = fetchAt == null ? settings.fetchAt(store.id()) : fetchAt;
        try {
            StoreSettings.requireMorning(at);
            Store changed = stores.change(kept.store());
            settings.fetchAt(changed.id(), at);
            settings.beginWeeksOn(changed.id(), weekStart);
            audit.note(caller.name(), changed.id(), "store.change", changed.name());
            return new ModelAndView("redirect:" + screen.address("/settings?done=settings"));
        } catch (RotinaException e) {
            return screen.refuse("settings", new View(kept, weekStart, at), e);
        }
    }
}
