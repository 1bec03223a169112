package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import app.rotina.warehouse.Erasure;
import app.rotina.warehouse.Erasure.Erased;
import app.rotina.warehouse.Warehouse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes people out of a store for good. */
@RestController
@RequestMapping("/api/stores/{store}")
class ErasuresApi {
    private final Erasure erasure;
    private final ImportJobs jobs;
    private final Vault vault;
    private final Audit audit;

    ErasuresApi(Warehouse warehouse, ImportJobs jobs, Vault vault, Audit audit) {
        this.erasure = warehouse.erasure();
        this.jobs = jobs;
        this.vault = vault;
        this.audit = audit;
    }

    /** The contacts of one or several people, as they would write them. */
    record People(@Nullable List<String> contacts) {}

    /**
     * What was erased.
     *
     * @param everyone true where the store's key was destroyed
     */
    record ErasureCard(boolean everyone, long rows, long files, long quarantined) {
        static ErasureCard of(boolean everyone, Erased erased) {
            return new ErasureCard(everyone, erased.rows(), erased.files(), erased.quarantined());
        }
    }

    /** Marks them first: an import that starts meanwhile brings nobody back. */
    @PostMapping("/erasures")
    @Access(Role.OWNER)
    ErasureCard forget(Caller caller, Store store, @RequestBody People people) {
        List<String> contacts = people.contacts() == null ? List.of() : people.contacts();
        if (contacts.isEmpty() || contacts.stream().anyMatch(String::isBlank)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "contacts");
        }
        StoreKey key = vault.key(store.id());
        Set<String> names = Erasure.names(store, key, contacts);
        vault.forget(store.id(), names.stream().map(key::mark).collect(Collectors.toSet()));
        jobs.requireIdle(store);
        jobs.dropWaiting(store);
        Erased erased = erasure.forget(store, key, names);
        audit.note(caller.name(), store.id(), "forget", subject(erased));
        return ErasureCard.of(false, erased);
    }

    /** Erases what only the key keeps: quarantined rows, and who is behind any token. */
    @DeleteMapping("/key")
    @Access(Role.OWNER)
    ErasureCard destroyKey(Caller caller, Store store) {
        jobs.requireIdle(store);
        jobs.dropWaiting(store);
        Erased erased = erasure.forgetQuarantine(store);
        vault.destroyKey(store.id());
        audit.note(caller.name(), store.id(), "key.destroy", subject(erased));
        return ErasureCard.of(true, erased);
    }

    private static String subject(Erased erased) {
        return "rows %d, quarantined %d".formatted(erased.rows(), erased.quarantined());
    }
}
