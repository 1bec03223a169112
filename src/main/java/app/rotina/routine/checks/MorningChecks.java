package app.rotina.routine.checks;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.MorningClose;
import app.rotina.routine.checks.Check.Cadence;
import app.rotina.state.Stores;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes through every store's daily checks once its day is closed, and again where data changed. */
@Component
final class MorningChecks {
    private static final Logger LOG = LoggerFactory.getLogger(MorningChecks.class);

    private final Stores stores;
    private final MorningClose mornings;
    private final Checking checking;
    private final Map<String, String> done = new ConcurrentHashMap<>();

    MorningChecks(Stores stores, MorningClose mornings, Checking checking) {
        this.stores = stores;
        this.mornings = mornings;
        this.checking = checking;
    }

    @Scheduled(initialDelay = 6, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void checkAll() {
        for (Store store : stores.all()) {
            try {
                check(store);
            } catch (RotinaException e) {
                LOG.warn("{} was not checked: {}", store.id(), e.getMessage());
            }
        }
    }

    /** Only where a day is due that was not gone through with these data. */
    private void check(Store store) {
        List<LocalDate> due = mornings.due(store);
        String what = due + " " + mornings.dataVersion(store);
        if (!what.equals(done.get(store.id()))) {
            due.forEach(day -> checking.run(store, Cadence.DAILY, day));
            done.put(store.id(), what);
        }
    }
}
