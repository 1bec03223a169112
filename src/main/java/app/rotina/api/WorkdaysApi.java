package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Arranging;
import app.rotina.routine.checks.Arranging.DaysWish;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.StoreSettings;
import app.rotina.state.StoreSettings.WorkingDays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The days on which a store's people work, where they are not as its country's calendar says. */
@RestController
@RequestMapping("/api/stores/{store}/arrangement/days")
class WorkdaysApi {
    private final Arranging arranging;
    private final StoreSettings settings;
    private final Audit audit;

    WorkdaysApi(Arranging arranging, StoreSettings settings, Audit audit) {
        this.arranging = arranging;
        this.settings = settings;
        this.audit = audit;
    }

    @GetMapping
    @Access(Role.VIEWER)
    DaysWish days(Store store) {
        WorkingDays days = settings.workingDays(store.id());
        return new DaysWish(
                days.weekdays().stream()
                        .sorted()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .toList(),
                List.copyOf(days.closed()),
                List.copyOf(days.open()));
    }

    /** Goes by these from now on; without weekdays by the country's calendar. */
    @PutMapping
    @Access(Role.MANAGER)
    DaysWish work(Caller caller, Store store, @RequestBody DaysWish wish) {
        arranging.workOn(store, wish);
        audit.note(caller.name(), store.id(), "routine.days", "");
        return days(store);
    }
}
