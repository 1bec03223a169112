package app.rotina.api;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Secrets;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Uploads.Upload;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One import from its first file to its report; seen from outside while it runs. */
public final class ImportJob {
    private final String id;
    private final String store;
    private final Path folder;
    private final Instant opened;
    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> answers = new ConcurrentHashMap<>();
    private final ImportProgress progress = new ImportProgress();
    private volatile State state = new Receiving();

    /** Where it stands. */
    public sealed interface State {
        default boolean over() {
            return this instanceof Done || this instanceof Failed;
        }
    }

    /** Files are on their way. */
    public record Receiving() implements State {}

    /** Files are being written for it, so many of so many. */
    public record Preparing(int done, int all) implements State {}

    /** Files are being taken in. */
    public record Running() implements State {}

    /** All is kept. */
    public record Done(ImportReport report) implements State {}

    /** Nothing is kept. */
    public record Failed(RotinaException problem) implements State {}

    ImportJob(String id, String store, Path folder, Instant opened) {
        this.id = id;
        this.store = store;
        this.folder = folder;
        this.opened = opened;
    }

    public String id() {
        return id;
    }

    String store() {
        return store;
    }

    Path folder() {
        return folder;
    }

    Instant opened() {
        return opened;
    }

    public List<Upload> uploads() {
        return uploads;
    }

    /** The file of this name that is on its way in; a first piece begins it anew. */
    Arrival arrival(Piece piece) {
        if (piece.from() == 0) {
            Path file = folder.resolve("upload-" + Secrets.token());
            Arrival fresh = new Arrival(file, piece);
            arrivals.put(piece.name(), fresh);
            return fresh;
        }
        @Nullable Arrival begun = arrivals.get(piece.name());
        if (begun == null) {
            throw new RotinaException(Problem.UPLOAD_OFFSET, piece.name(), 0, piece.from());
        }
        return begun;
    }

    /** It is all here. */
    void arrived(Arrival arrival) {
        if (arrivals.remove(arrival.name(), arrival)) {
            uploads.add(arrival.upload());
        }
    }

    void forget(Arrival arrival) {
        arrivals.remove(arrival.name(), arrival);
    }

    /** The files that are on their way still. */
    Collection<Arrival> arrivals() {
        return List.copyOf(arrivals.values());
    }

    /** What was answered about one table of its files; empty: nothing yet. */
    public Map<String, String> answers(String table) {
        return answers.getOrDefault(table, Map.of());
    }

    public void answer(String table, Map<String, String> said) {
        answers.put(table, Map.copyOf(said));
    }

    public ImportProgress progress() {
        return progress;
    }

    public State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }
}
