package app.rotina.api;

import app.rotina.api.ImportJob.Done;
import app.rotina.api.ImportJob.Failed;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.state.Audit;
import app.rotina.state.Stores;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches each store's folder {@code inbox/STORE} in the data folder. A file that has stopped
 * growing between two looks is taken in, one at a time for each store, and moved to {@code done},
 * or to {@code failed} with the reason beside it.
 */
@Component
public class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String WHO = "inbox";

    private final Map<String, Map<Path, Seen>> seen = new ConcurrentHashMap<>();
    private final Map<String, Taking> taking = new ConcurrentHashMap<>();
    private final DataFolder data;
    private final Stores stores;
    private final ImportJobs jobs;
    private final Audit audit;

    Inbox(DataFolder data, Stores stores, ImportJobs jobs, Audit audit) {
        this.data = data;
        this.stores = stores;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * A store's folder as it stands.
     *
     * @param folder as it stands in the data folder
     * @param waiting files that are still to be taken in
     * @param refused the latest that could not be, the last one first
     */
    public record Standing(Path folder, List<String> waiting, List<Refused> refused) {}

    /** A file that could not be taken in, and why, in the store's language. */
    public record Refused(String name, String reason, Instant at) {}

    private record Seen(long size, FileTime changed) {
        static Seen of(InboxFolder.Entry entry) {
            return new Seen(entry.size(), entry.changed());
        }
    }

    private record Taking(Path name, ImportJob job) {}

    public Standing of(Store store) {
        Path folder = data.inbox(store.id());
        InboxFolder inbox = new InboxFolder(folder);
        return new Standing(
                data.root().relativize(folder),
                inbox.entries().stream().map(entry -> entry.name().toString()).toList(),
                inbox.refused());
    }

    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    synchronized void look() {
        for (Store store : stores.all()) {
            try {
                look(store, new InboxFolder(data.inbox(store.id())));
            } catch (IOException | UncheckedIOException | RotinaException e) {
                LOG.warn("inbox of {}", store.id(), e);
            }
        }
    }

    private void look(Store store, InboxFolder inbox) throws IOException {
        @Nullable Taking current = taking.get(store.id());
        if (current != null && !isOver(store, inbox, current)) {
            return;
        }
        List<InboxFolder.Entry> entries = inbox.entries();
        Map<Path, Seen> before = seen.getOrDefault(store.id(), Map.of());
        Map<Path, Seen> now =
                entries.stream().collect(Collectors.toMap(InboxFolder.Entry::name, Seen::of));
        seen.put(store.id(), now);
        for (InboxFolder.Entry entry : entries) {
            if (!entry.plain()) {
                RotinaException reason =
                        new RotinaException(Problem.FILE_NOT_PLAIN, entry.name().toString());
                inbox.failed(entry.name(), reason.in(Texts.of(store.locale())));
            } else if (Seen.of(entry).equals(before.get(entry.name()))) {
                begin(store, inbox, entry);
                return;
            }
        }
    }

    private void begin(Store store, InboxFolder inbox, InboxFolder.Entry entry) throws IOException {
        ImportJob job = jobs.open(store);
        Path copy = job.folder().resolve("dropped");
        String name = entry.name().toString();
        try {
            inbox.copy(entry.name(), copy);
        } catch (IOException e) {
            jobs.cancel(job);
            throw e;
        }
        job.uploads().add(new Upload(copy, name, entry.changed().toInstant()));
        taking.put(store.id(), new Taking(entry.name(), job));
        jobs.start(store, job, new Sender(WHO, null, Map.of()));
        stores.markSample(store.id(), false);
        audit.note(WHO, store.id(), "import", name);
    }

    private boolean isOver(Store store, InboxFolder inbox, Taking one) throws IOException {
        if (one.job().state() instanceof Failed failed) {
            inbox.failed(one.name(), failed.problem().in(Texts.of(store.locale())));
        } else if (one.job().state() instanceof Done) {
            inbox.done(one.name());
        } else {
            return false;
        }
        taking.remove(store.id());
        return true;
    }
}
