package app.rotina.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is being done with a connection, seen from outside. */
public final class Live {
    static final ScopedValue<Live> CURRENT = ScopedValue.newInstance();

    private volatile Task task;
    private volatile String stream = "";
    private final AtomicLong records = new AtomicLong();
    private volatile @Nullable Instant until;

    /** What is done with the connection. */
    public enum Task {
        FETCH,
        COUNT,
        MEND
    }

    Live(Task task) {
        this.task = task;
    }

    /** Notes what the pull that this thread makes has come to. */
    static void came(String stream, long records) {
        if (CURRENT.isBound()) {
            Live live = CURRENT.get();
            live.stream = stream;
            live.records.addAndGet(records);
        }
    }

    /** Notes what this thread does with the connection from now on. */
    static void turnsTo(Task task) {
        if (CURRENT.isBound()) {
            CURRENT.get().task = task;
        }
    }

    /** Notes that the pull that this thread makes waits, as it was told to. */
    static void waits(Duration time, InstantSource clock) {
        if (CURRENT.isBound()) {
            CURRENT.get().until = clock.instant().plus(time);
        }
    }

    static void goesOn() {
        if (CURRENT.isBound()) {
            CURRENT.get().until = null;
        }
    }

    public Task task() {
        return task;
    }

    /** The stream it reads; empty: it has not begun, since another pull of the store goes first. */
    public String stream() {
        return stream;
    }

    /** How many records have come so far. */
    public long records() {
        return records.get();
    }

    /** Until when the other side lets it wait; absence: it does not. */
    public @Nullable Instant until() {
        return until;
    }
}
