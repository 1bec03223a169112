package app.rotina.team;

import app.rotina.kernel.Store;
import app.rotina.state.Task;
import app.rotina.state.Task.State;
import app.rotina.state.TaskOrigins;
import app.rotina.state.TaskWork;
import app.rotina.state.TaskWork.By;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The tasks that remind of days: closed once the day was seen to, open again where that is taken
 * back.
 */
@Component
final class Reminders {
    private final TaskOrigins origins;
    private final TaskWork work;

    Reminders(TaskOrigins origins, TaskWork work) {
        this.origins = origins;
        this.work = work;
    }

    /** Closes the one of a day, where it is open. */
    void close(Store store, String origin, State state, String who) {
        of(store, origin)
                .ifPresent(task -> work.close(new By(store.id(), task.id(), who), state, null));
    }

    /** Opens the one of a day again, where it is closed. */
    void reopen(Store store, String origin, String who) {
        of(store, origin).ifPresent(task -> work.reopen(new By(store.id(), task.id(), who)));
    }

    private Optional<Task> of(Store store, String origin) {
        return Optional.ofNullable(origins.from(store.id(), origin).get(origin));
    }
}
