package app.rotina.sync;

import app.rotina.kernel.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Of two that want to speak with a store's shops one waits. */
@Component
class OneAtATime {
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    <T> T alone(Store store, Supplier<T> work) {
        ReentrantLock lock = of(store);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    boolean isBusy(Store store) {
        return of(store).isLocked();
    }

    private ReentrantLock of(Store store) {
        return locks.computeIfAbsent(store.id(), any -> new ReentrantLock());
    }
}
