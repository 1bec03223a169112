package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.state.Closes;
import app.rotina.state.Goals;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds how far a new store has come; nothing is kept but that it has arrived. */
@Component
final class FirstStepsGuide {
    private final Warehouse warehouse;
    private final Goals goals;
    private final Closes closes;
    private final Clock clock;
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();

    FirstStepsGuide(Warehouse warehouse, Goals goals, Closes closes, Clock clock) {
        this.warehouse = warehouse;
        this.goals = goals;
        this.closes = closes;
        this.clock = clock;
    }

    /**
     * Where a store is on its way.
     *
     * @param day the day its first close would be of
     */
    record Way(FirstSteps steps, LocalDate day) {}

    /** Empty once a day was closed. */
    Optional<Way> of(Store store) {
        if (arrived.contains(store.id())) {
            return Optional.empty();
        }
        if (closes.any(store.id())) {
            arrived.add(store.id());
            return Optional.empty();
        }
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        Optional<LocalDate> through = warehouse.dataThrough(store.id());
        LocalDate day = through.filter(last -> last.isBefore(yesterday)).orElse(yesterday);
        int done = through.isEmpty() ? 1 : hasGoal(store, YearMonth.from(day)) ? 3 : 2;
        return Optional.of(new Way(FirstSteps.after(done), day));
    }

    /** A store of the same name may come after one that goes. */
    void forget(String store) {
        arrived.remove(store);
    }

    private boolean hasGoal(Store store, YearMonth month) {
        return !goals.of(store.id(), month).isEmpty() || !goals.steady(store.id(), month).isEmpty();
    }
}
