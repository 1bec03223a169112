package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stores and their settings. */
@RestController
@RequestMapping("/api/stores")
class StoresApi {
    private final Stores stores;
    private final Rights rights;
    private final Audit audit;

    StoresApi(Stores stores, Rights rights, Audit audit) {
        this.stores = stores;
        this.rights = rights;
        this.audit = audit;
    }

    @GetMapping
    @Access(Role.VIEWER)
    List<StoreCard> list(Caller caller) {
        return rights.stores(caller).stream().map(StoreCard::of).toList();
    }

    @PostMapping
    @Access(Role.OWNER)
    @ResponseStatus(HttpStatus.CREATED)
    StoreCard add(Caller caller, @RequestBody StoreCard card) {
        Store added = stores.add(card.complete());
        audit.note(caller.name(), added.id(), "store.add", added.name());
        return StoreCard.of(added);
    }

    @GetMapping("/{store}")
    @Access(Role.VIEWER)
    StoreCard show(Store store) {
        return StoreCard.of(store);
    }

    @PatchMapping("/{store}")
    @Access(Role.OWNER)
    StoreCard change(Caller caller, Store store, @RequestBody StoreCard card) {
        Store changed = stores.change(card.over(store));
        audit.note(caller.name(), changed.id(), "store.change", changed.name());
        return StoreCard.of(changed);
    }
}
