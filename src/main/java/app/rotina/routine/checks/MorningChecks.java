package app.rotina.routine.checks;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.MorningClose;
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

/**
 * Goes through every store's checks once their period is over and closed, and again where data
 * changed.
 */
@Component
final class MorningChecks {
    private static final Logger LOG = LoggerFactory.getLogger(MorningChecks.class);

    private final Stores stores;
    private final MorningClose mornings;
    private final Checking checking;
    private final Routines routines;
    private final Map<String, String> done = new ConcurrentHashMap<>();

    MorningChecks(Stores stores, MorningClose mornings, Checking checking, Routines routines) {
        this.stores = stores;
        this.mornings = mornings;
        this.checking = checking;
        this.routines = routines;
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
            for (Cadence cadence : Cadence.values()) {
                over(store, cadence, due).forEach(day -> checking.run(store, cadence, day));
            }
            done.put(store.id(), what);
        }
    }

    /** Those of the days with which a period ended. */
    private List<LocalDate> over(Store store, Cadence cadence, List<LocalDate> due) {
        Turns turns = routines.turns(store);
        return due.stream().filter(day -> turns.of(cadence, day).last().equals(day)).toList();
    }
}
