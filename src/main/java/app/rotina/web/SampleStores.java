package app.rotina.web;

import app.rotina.access.Caller;
import app.rotina.api.ImportJob;
import app.rotina.api.ImportJobs;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sample.SampleSize;
import app.rotina.sample.SampleStore;
import app.rotina.state.Audit;
import app.rotina.state.Stores;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Stores of invented figures to look around in; marked as such, they can go in one step. */
@Component
final class SampleStores {
    private static final long ORDERS = 20_000;
    private static final int BASE_36 = 36;

    private final Stores stores;
    private final ImportJobs jobs;
    private final Warehouse warehouse;
    private final Audit audit;
    private final Clock clock;

    SampleStores(Stores stores, ImportJobs jobs, Warehouse warehouse, Audit audit, Clock clock) {
        this.stores = stores;
        this.jobs = jobs;
        this.warehouse = warehouse;
        this.audit = audit;
        this.clock = clock;
    }

    /** A store whose files are on their way in. */
    record Opened(String store, String job) {}

    Opened open(Caller caller) {
        Store store = stores.add(named());
        stores.markSample(store.id(), true);
        audit.note(caller.name(), store.id(), "store.add", store.name());
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        ImportJob job = jobs.open(store);
        jobs.sample(
                store,
                job,
                new SampleSize(ORDERS, 1, yesterday),
                new Sender(caller.name(), null, Map.of()));
        return new Opened(store.id(), job.id());
    }

    /** Takes the store away with all that is in it; refuses a store that holds anything real. */
    void remove(Store store, Caller caller) {
        if (!stores.isSample(store.id())) {
            throw new RotinaException(Problem.NOT_A_SAMPLE, store.name());
        }
        jobs.requireIdle(store);
        stores.remove(store.id());
        warehouse.remove(store.id());
        audit.note(caller.name(), store.id(), "store.remove", store.name());
    }

    /** Its id was never another's, so nothing that was remembered of one serves the next. */
    private Store named() {
        Store sample = SampleStore.STORE;
        String id = "sample-" + Long.toString(clock.instant().getEpochSecond(), BASE_36);
        return new Store(
                id,
                sample.name(),
                sample.zone(),
                sample.currency(),
                sample.locale(),
                sample.basis(),
                sample.identity());
    }
}
